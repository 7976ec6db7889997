import { CandidateIndex, type Candidates } from "@/lib/core/dedupe/candidate-pairs";
import { type Edge, findEdge, joinListings } from "@/lib/core/dedupe/cluster-listings";
import type { Cluster, Decision, Fingerprint } from "@/lib/core/dedupe/dedupe-types";
import { decodeFingerprint } from "@/lib/core/dedupe/fingerprint-codec";

/** Where fingerprints are kept: their keys in the order of their listings' ids, and the whole of those that are asked for, in no order. */
export type PrintStore = {
  keys: () => AsyncIterable<readonly { listingId: string; keys: readonly string[] }[]>;
  load: (listingIds: readonly string[]) => Promise<readonly { listingId: string; keys: string[]; data: unknown }[]>;
};

/** Fingerprints that one batch of comparisons may need at once. */
const BATCH = 1_000;
/** Fingerprints that are held in case a later batch needs them again: some 6 kB each. */
const HELD = 6_000;
/** How long work may go on before others, such as the renewal of the run's lease, get their turn. */
const TURN_MS = 20;

/** Works through a generator, and lets others work between its steps. */
async function inTurns<T>(work: Generator<undefined, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}

const NO_SHINGLES = new Uint32Array();
const NO_WORDS: string[] = [];

/** What conflicts are judged by, and no more. */
function withoutText(print: Fingerprint): Fingerprint {
  return { ...print, shingles: NO_SHINGLES, keys: NO_WORDS, placeWords: NO_WORDS };
}

/** The fingerprints of a store, few of them in memory at a time. */
class StoredPrints {
  readonly #store: PrintStore;
  readonly #ids: readonly string[];
  readonly #held = new Map<number, Fingerprint>();

  constructor(store: PrintStore, ids: readonly string[]) {
    this.#store = store;
    this.#ids = ids;
  }

  get(index: number): Fingerprint | undefined {
    return this.#held.get(index);
  }

  /** Makes some fingerprints available; what was not asked for longest is forgotten. A damaged one is as good as none. */
  async load(indices: readonly number[]): Promise<void> {
    const missing = new Map<string, number>();
    for (const index of indices) {
      const known = this.#held.get(index);
      if (known === undefined) missing.set(this.#ids[index] ?? "", index);
      else {
        this.#held.delete(index);
        this.#held.set(index, known);
      }
    }
    for (const { listingId, keys, data } of await this.#store.load([...missing.keys()])) {
      const index = missing.get(listingId);
      const print = decodeFingerprint(data, keys);
      if (index !== undefined && print !== null) this.#held.set(index, print);
    }
    for (const index of this.#held.keys()) {
      if (this.#held.size <= Math.max(HELD, indices.length)) break;
      this.#held.delete(index);
    }
  }
}

/** Pairs to compare, in batches that need few fingerprints. */
function* batchesOf(index: CandidateIndex): Generator<{ batch: Candidates[]; needed: number[] }> {
  let batch: Candidates[] = [];
  let needed = new Set<number>();
  for (const candidates of index.candidates()) {
    batch.push(candidates);
    for (const one of [candidates.index, ...candidates.others]) needed.add(one);
    if (needed.size < BATCH) continue;
    yield { batch, needed: [...needed] };
    batch = [];
    needed = new Set();
  }
  if (batch.length > 0) yield { batch, needed: [...needed] };
}

function* compare(batch: readonly Candidates[], prints: StoredPrints, edges: Edge[]): Generator<undefined, undefined> {
  for (const { index, others } of batch) {
    const print = prints.get(index);
    for (const other of others) {
      const second = prints.get(other);
      const edge = print === undefined || second === undefined ? null : findEdge(index, print, other, second);
      if (edge !== null) edges.push(edge);
    }
    yield;
  }
  return undefined;
}

/**
 * The clusters of all listings that have a fingerprint, as `clusterListings` would find them, in the order of their ids. Of a listing that
 * shares no job only its keys' hashes and its id are held; fingerprints are read in batches when they are compared, and of those that are
 * joined only what conflicts are judged by stays.
 */
export async function clusterStored(store: PrintStore, decisions: readonly Decision[]): Promise<Iterable<Cluster>> {
  const index = new CandidateIndex();
  const ids: string[] = [];
  for await (const rows of store.keys()) {
    for (const { listingId, keys } of rows) {
      ids.push(listingId);
      index.add({ id: listingId, keys });
    }
  }
  await inTurns(index.build());
  const prints = new StoredPrints(store, ids);
  const edges: Edge[] = [];
  const guards = new Map<number, Fingerprint>();
  const guard = (one: number) => {
    const print = prints.get(one);
    if (print !== undefined && !guards.has(one)) guards.set(one, withoutText(print));
  };
  for (const { batch, needed } of batchesOf(index)) {
    await prints.load(needed);
    const before = edges.length;
    await inTurns(compare(batch, prints, edges));
    for (const { a, b } of edges.slice(before)) [a, b].forEach(guard);
  }
  const indexOf = new Map(ids.map((id, at) => [id, at]));
  const decided = [...new Set(decisions.flatMap(({ a, b }) => [indexOf.get(a) ?? -1, indexOf.get(b) ?? -1]))].filter(
    (one) => one >= 0 && !guards.has(one),
  );
  for (let from = 0; from < decided.length; from += BATCH) {
    const part = decided.slice(from, from + BATCH);
    await prints.load(part);
    part.forEach(guard);
  }
  return inTurns(joinListings(ids, edges, decisions, (one) => guards.get(one)));
}
