import { findBlocks } from "./find-blocks";
import { hashKey } from "./hash-key";
import { NumberList } from "./number-list";

/**
 * Listings under one key that are all compared with each other. Of a larger block, sorted by its listings' keys and then their ids (so that
 * alike texts stand together), each is compared with the next ones only, and the cost stays linear.
 */
export const MAX_BLOCK = 24;
const WINDOW = 12;
/** Listings that are handled between two chances for others to work. */
const SLICE = 500;

/** A listing, and those to compare it with that were not given with another before. */
export type Candidates = { index: number; others: number[] };

type Entries = { starts: Uint32Array; owners: Uint32Array; blocks: Uint32Array; places: Uint32Array };

/**
 * Finds the listings that share a key. Holds no fingerprints: some 20 bytes a key and 200 a listing. Listings are numbers, in the order in
 * which they were added; which pairs are found does not depend on it.
 */
export class CandidateIndex {
  readonly #hashes = new NumberList();
  readonly #starts: number[] = [0];
  readonly #marks: string[] = [];
  #entries: Entries = {
    starts: new Uint32Array(),
    owners: new Uint32Array(),
    blocks: new Uint32Array(),
    places: new Uint32Array(),
  };
  #bounds = new Uint32Array(1);
  #members = new Uint32Array();
  #stamps = new Uint32Array();

  add({ id, keys }: { id: string; keys: readonly string[] }): void {
    for (const key of keys) this.#hashes.push(hashKey(key));
    this.#starts.push(this.#hashes.length);
    this.#marks.push(`${keys.filter((key) => key.startsWith("b")).join(" ")}\u0000${id}`);
  }

  get #size(): number {
    return this.#marks.length;
  }

  /** Sorts what was added into blocks; between two steps others can work. */
  *build(): Generator<undefined> {
    const blocks = yield* findBlocks(this.#hashes.values());
    this.#keepShared(blocks.of, blocks.count);
    yield;
    this.#fillBlocks(blocks.count);
    yield;
    for (let block = 0; block < blocks.count; block += 1) {
      this.#orderBlock(block);
      if (block % SLICE === 0) yield;
    }
    this.#hashes.clear();
    this.#marks.length = 0;
  }

  /** Keeps, of each listing's keys, those that another has too. */
  #keepShared(of: Uint32Array, count: number): void {
    const shared = of.reduce((sum, block) => (block < count ? sum + 1 : sum), 0);
    const entries = {
      starts: new Uint32Array(this.#size + 1),
      owners: new Uint32Array(shared),
      blocks: new Uint32Array(shared),
      places: new Uint32Array(shared),
    };
    let kept = 0;
    for (let index = 0; index < this.#size; index += 1) {
      const end = this.#starts[index + 1] ?? 0;
      for (let at = this.#starts[index] ?? 0; at < end; at += 1) {
        const block = of[at] ?? count;
        if (block >= count) continue;
        entries.owners[kept] = index;
        entries.blocks[kept] = block;
        kept += 1;
      }
      entries.starts[index + 1] = kept;
    }
    this.#entries = entries;
    this.#stamps = new Uint32Array(this.#size);
  }

  #fillBlocks(count: number): void {
    const { blocks, places } = this.#entries;
    const bounds = new Uint32Array(count + 1);
    for (const block of blocks) bounds[block + 1] = (bounds[block + 1] ?? 0) + 1;
    for (let block = 0; block < count; block += 1) bounds[block + 1] = (bounds[block + 1] ?? 0) + (bounds[block] ?? 0);
    const ends = bounds.slice();
    this.#members = new Uint32Array(blocks.length);
    blocks.forEach((block, entry) => {
      const place = ends[block] ?? 0;
      this.#members[place] = entry;
      places[entry] = place;
      ends[block] = place + 1;
    });
    this.#bounds = bounds;
  }

  #orderBlock(block: number): void {
    const [from, to] = [this.#bounds[block] ?? 0, this.#bounds[block + 1] ?? 0];
    if (to - from <= MAX_BLOCK) return;
    const { owners, places } = this.#entries;
    const markOf = (entry: number) => this.#marks[owners[entry] ?? 0] ?? "";
    const sorted = Array.from(this.#members.subarray(from, to), (entry) => ({ entry, mark: markOf(entry) }));
    sorted.sort((a, b) => (a.mark < b.mark ? -1 : a.mark > b.mark ? 1 : a.entry - b.entry));
    sorted.forEach(({ entry }, at) => {
      this.#members[from + at] = entry;
      places[entry] = from + at;
    });
  }

  /** The listings to compare one with, each once. */
  #near(index: number): number[] {
    const { starts, owners, blocks, places } = this.#entries;
    const near: number[] = [];
    const end = starts[index + 1] ?? 0;
    for (let entry = starts[index] ?? 0; entry < end; entry += 1) {
      const block = blocks[entry] ?? 0;
      let [from, to] = [this.#bounds[block] ?? 0, this.#bounds[block + 1] ?? 0];
      if (to - from > MAX_BLOCK) {
        const place = places[entry] ?? 0;
        from = Math.max(from, place - WINDOW);
        to = Math.min(to, place + WINDOW + 1);
      }
      for (let at = from; at < to; at += 1) {
        const other = owners[this.#members[at] ?? 0] ?? index;
        if (other === index || this.#stamps[other] === index + 1) continue;
        this.#stamps[other] = index + 1;
        near.push(other);
      }
    }
    return near;
  }

  /**
   * Every pair that shares a key once, after `build`. Listings that are compared with each other come close together, so that whoever loads
   * fingerprints has to hold few of them at a time.
   */
  *candidates(): Generator<Candidates> {
    const size = this.#stamps.length;
    const queue = new Uint32Array(size);
    const state = new Uint8Array(size);
    let [read, written] = [0, 0];
    for (let start = 0; start < size; start += 1) {
      if (state[start] !== 0) continue;
      state[start] = 1;
      queue[written++] = start;
      while (read < written) {
        const index = queue[read++] ?? 0;
        state[index] = 2;
        const others = this.#near(index).filter((other) => state[other] !== 2);
        for (const other of others) {
          if (state[other] !== 0) continue;
          state[other] = 1;
          queue[written++] = other;
        }
        if (others.length > 0) yield { index, others };
      }
    }
  }
}

/** Calls `visit` once for each pair of listings that share a key, as indices with the lesser first. */
export function visitCandidates(
  prints: readonly { id: string; keys: readonly string[] }[],
  visit: (a: number, b: number) => void,
): void {
  const index = new CandidateIndex();
  for (const print of prints) index.add(print);
  Array.from(index.build());
  for (const { index: one, others } of index.candidates())
    for (const other of others) visit(Math.min(one, other), Math.max(one, other));
}
