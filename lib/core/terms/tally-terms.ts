import type { CandidateTerm } from "./find-candidate-terms";

/** A term must be in this many postings … */
export const MIN_POSTINGS = 3;
/** … of this many employers, so that one firm's own jargon is no candidate. */
const MIN_EMPLOYERS = 2;
/** A lone word that stands in small letters in more than this many times the postings that use it like a skill is no name. */
const ORDINARY_USES = 3;
/** A word in more than this share of all postings is common. */
const COMMON_SHARE = 0.02;
const MAX_EXAMPLES = 5;
const WORDS_AROUND = 60;

/** A posting with the words around the term, on one line. */
export type TermExample = { postingId: string; before: string; term: string; after: string };

/** A term over all postings; `term` is its most frequent spelling, the first in order of code units among equals. */
export type TalliedTerm = { key: string; term: string; postings: number; employers: number; examples: TermExample[] };

export type TermPosting = { id: string; employer: string | null; text: string };

type Tally = { postings: number; employers: Set<string>; spellings: Map<string, number>; examples: TermExample[] };

const oneLine = (words: string): string => words.replace(/\s+/gu, " ");

function exampleOf({ id, text }: TermPosting, { start, end, term }: CandidateTerm): TermExample {
  return {
    postingId: id,
    before: oneLine(text.slice(Math.max(0, start - WORDS_AROUND), start)),
    term,
    after: oneLine(text.slice(end, end + WORDS_AROUND)),
  };
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return best?.[0] ?? "";
}

/** Words in small letters, each once. */
function smallWords(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}+/gu) ?? []);
}

/** Counts terms over postings given one at a time, each posting once; examples are those of the first postings. */
export class TermTally {
  private readonly terms = new Map<string, Tally>();
  /** In how many postings a folded word stands in small letters, and how many postings there are. */
  private readonly small = new Map<string, number>();
  private postings = 0;

  add(posting: TermPosting, found: readonly CandidateTerm[]): void {
    this.postings += 1;
    for (const word of smallWords(posting.text)) this.small.set(word, (this.small.get(word) ?? 0) + 1);
    for (const term of found) {
      const tally = this.terms.get(term.key) ?? {
        postings: 0,
        employers: new Set<string>(),
        spellings: new Map<string, number>(),
        examples: [],
      };
      this.terms.set(term.key, tally);
      tally.postings += 1;
      if (posting.employer !== null) tally.employers.add(posting.employer);
      tally.spellings.set(term.term, (tally.spellings.get(term.term) ?? 0) + 1);
      if (tally.examples.length < MAX_EXAMPLES) tally.examples.push(exampleOf(posting, term));
    }
  }

  /**
   * A word that postings mostly use in small letters and elsewhere than beside skills is a word like any other, whatever it looks like
   * at the start of an item; so is a phrase of nothing but common words.
   */
  private isOrdinary(term: string, postings: number): boolean {
    const words = term.toLowerCase().split(" ");
    const rarest = Math.min(...words.map((word) => this.small.get(word) ?? 0));
    return rarest > (words.length === 1 ? postings * ORDINARY_USES : this.postings * COMMON_SHARE);
  }

  /** The terms of enough postings and employers, most frequent first, then by key. */
  kept(): TalliedTerm[] {
    return [...this.terms]
      .filter(([, { postings, employers }]) => postings >= MIN_POSTINGS && employers.size >= MIN_EMPLOYERS)
      .map(([key, { postings, employers, spellings, examples }]) => ({
        key,
        term: commonest(spellings),
        postings,
        employers: employers.size,
        examples,
      }))
      .filter(({ term, postings }) => !this.isOrdinary(term, postings))
      .sort((a, b) => b.postings - a.postings || (a.key < b.key ? -1 : 1));
  }
}
