import type { FoldedText } from "@/lib/core/kernel/fold";

/** What stands between a token and the one before it, as bits; 0 means that a name may run on across it. */
export const GAP = { list: 1, sentence: 2, line: 4, colon: 8, slash: 16, wide: 32 } as const;

/** Gaps over which no multi-word name is read. */
export const CLOSED_GAP = GAP.list | GAP.sentence | GAP.line | GAP.colon | GAP.wide;

const NONE: ReadonlyMap<number, string> = new Map();

/** Where words stand in a folded text, what stands before each, and their two hashes. */
type Found = {
  from: readonly number[];
  to: readonly number[];
  gaps: readonly number[];
  hashes: readonly number[];
  checks: readonly number[];
};

/** Where words are written down while a text is walked, one room for all texts, so that nothing grows word by word. */
class TokenRoom {
  #count = 0;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #gaps: number[] = [];
  readonly #hashes: number[] = [];
  readonly #checks: number[] = [];

  /** Begins anew: what a walk that broke off has left is of another text. */
  clear(): void {
    this.#count = 0;
  }

  add(from: number, to: number, gap: number, hash: number, check: number): void {
    const at = this.#count;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#gaps[at] = gap;
    this.#hashes[at] = hash;
    this.#checks[at] = check;
    this.#count = at + 1;
  }

  /** All that has been written down; the room is empty afterwards. */
  take(): Found {
    const count = this.#count;
    this.#count = 0;
    return {
      from: this.#from.slice(0, count),
      to: this.#to.slice(0, count),
      gaps: this.#gaps.slice(0, count),
      hashes: this.#hashes.slice(0, count),
      checks: this.#checks.slice(0, count),
    };
  }
}

/** Whoever writes into it clears it first, and takes all out of it before another does. */
export const TOKEN_ROOM = new TokenRoom();

function originals(places: readonly number[], starts: Uint32Array, length: number): readonly number[] {
  return places.map((at) => starts[at] ?? length);
}

/**
 * Folded words of one text in order. `starts` and `ends` are UTF-16 positions in the original text, `gaps` what stands
 * before each word, `hashes` and `checks` the words' hashes. A word itself is cut out only when somebody looks at it.
 */
export class Tokens {
  readonly text: string;
  readonly fold: FoldedText;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly gaps: readonly number[];
  readonly hashes: readonly number[];
  readonly checks: readonly number[];
  /** The same places in the folded text. */
  readonly foldedStarts: readonly number[];
  readonly foldedEnds: readonly number[];
  /** Words that are read as others, by index: "html5" as "html". */
  readonly replaced: ReadonlyMap<number, string>;

  constructor(text: string, fold: FoldedText, found: Found, replaced = NONE) {
    const { starts, length } = fold;
    this.text = text;
    this.fold = fold;
    this.foldedStarts = found.from;
    this.foldedEnds = found.to;
    this.starts = starts === null ? found.from : originals(found.from, starts, length);
    this.ends = starts === null ? found.to : originals(found.to, starts, length);
    this.gaps = found.gaps;
    this.hashes = found.hashes;
    this.checks = found.checks;
    this.replaced = replaced;
  }

  /** All words; for a few of them `wordAt` is cheaper. */
  get words(): string[] {
    return this.starts.map((_, index) => this.wordAt(index));
  }

  /** The word at an index; empty where there is none. */
  wordAt(index: number): string {
    const { folded } = this.fold;
    return this.replaced.get(index) ?? folded.slice(this.foldedStarts[index] ?? 0, this.foldedEnds[index] ?? 0);
  }

  /** The same tokens, some of them read as other words. */
  reading(replaced: ReadonlyMap<number, string>): Tokens {
    const { foldedStarts: from, foldedEnds: to, gaps, hashes, checks } = this;
    return new Tokens(this.text, this.fold, { from, to, gaps, hashes, checks }, replaced);
  }
}
