import { comparePair } from "@/lib/core/dedupe/compare-pair";
import { visitCandidates } from "@/lib/core/dedupe/candidate-pairs";
import type { DedupeInput, Fingerprint } from "@/lib/core/dedupe/dedupe-types";
import { fingerprintOf } from "@/lib/core/dedupe/fingerprint-of";
import { clusterStored } from "@/lib/services/postings/cluster-stored";
import { PrintFile } from "../print-file";
import { plainRow, rateRow, type SpeedRow } from "../speed-row";
import { readBases, varyPostings } from "../varied-postings";

const SEED = 20_261_122;
const SMALL = 10_000;
const LARGE = 100_000;
/** All pairs of more listings than this take minutes. */
const FEASIBLE = 1500;
/** Blocking must find the pairs that all pairs find, or its time says nothing. */
const LEAST_AGREEMENT = 0.98;

type Timing = { fingerprintSeconds: number; clusterSeconds: number; clusters: number; peakMegabytes: number };

const BATCH = 1000;

/** Seconds of processor time: what one core needs, whatever else the machine does. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function* batchesOf(listings: Iterable<DedupeInput>): Generator<DedupeInput[]> {
  let batch: DedupeInput[] = [];
  for (const listing of listings) {
    batch.push(listing);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/**
 * What our own work takes, the making of the listings and the writing of their fingerprints left out; the texts of one batch are held at a
 * time. Clusters are found as the pipeline finds them, over fingerprints that lie outside memory and are read when they are compared.
 */
async function timeDedupe(listings: Iterable<DedupeInput>): Promise<Timing> {
  const file = new PrintFile();
  try {
    let fingerprintSeconds = 0;
    for (const batch of batchesOf(listings)) {
      const from = cpuSeconds();
      const prints = batch.map(fingerprintOf);
      fingerprintSeconds += cpuSeconds() - from;
      file.write(prints);
    }
    const from = cpuSeconds();
    const clusters = [...(await clusterStored(file, []))].length;
    const clusterSeconds = cpuSeconds() - from;
    return { fingerprintSeconds, clusterSeconds, clusters, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
  } finally {
    file.remove();
  }
}

function samePairs(
  prints: readonly Fingerprint[],
  visitAll: (visit: (a: number, b: number) => void) => void,
): Set<string> {
  const same = new Set<string>();
  visitAll((a, b) => {
    const [left, right] = [prints[a], prints[b]];
    if (left !== undefined && right !== undefined && comparePair(left, right).verdict === "same") same.add(`${a} ${b}`);
  });
  return same;
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const from = cpuSeconds();
  const result = work();
  return { result, seconds: cpuSeconds() - from };
}

/** Comparing the pairs that share a key against comparing all pairs, on the same fingerprints. */
function againstAllPairs(prints: readonly Fingerprint[]): SpeedRow[] {
  const ours = timed(() => samePairs(prints, (visit) => visitCandidates(prints, visit)));
  const all = timed(() =>
    samePairs(prints, (visit) => {
      for (let a = 0; a < prints.length; a += 1) for (let b = a + 1; b < prints.length; b += 1) visit(a, b);
    }),
  );
  const found = [...all.result].filter((pair) => ours.result.has(pair)).length;
  const agreement = all.result.size === 0 ? 1 : found / all.result.size;
  if (agreement < LEAST_AGREEMENT)
    throw new Error(
      `Blocking finds ${(100 * agreement).toFixed(1)} % of the ${all.result.size} pairs that all pairs find.`,
    );
  const baseline = { name: "all pairs", value: prints.length / all.seconds };
  return [
    rateRow(
      { name: "dedupe: compare", n: prints.length, value: prints.length / ours.seconds, unit: "listings/s" },
      baseline,
    ),
    plainRow("dedupe: pairs found of all pairs'", all.result.size, 100 * agreement, "%"),
  ];
}

/** Fingerprints and clusters of varied real postings: time at two sizes, growth, memory; blocking against all pairs. */
export async function measureDedupeSpeed(): Promise<SpeedRow[]> {
  const bases = readBases();
  if (bases === null) return [];
  const few = [...varyPostings(bases, FEASIBLE, SEED)].map(fingerprintOf);
  const compared = againstAllPairs(few);
  const small = await timeDedupe(varyPostings(bases, SMALL, SEED));
  const large = await timeDedupe(varyPostings(bases, LARGE, SEED));
  const total = ({ fingerprintSeconds, clusterSeconds }: Timing) => fingerprintSeconds + clusterSeconds;
  return [
    ...compared,
    rateRow({ name: "dedupe: fingerprint", n: LARGE, value: LARGE / large.fingerprintSeconds, unit: "listings/s" }),
    plainRow("dedupe: whole", SMALL, total(small), "s"),
    plainRow("dedupe: whole", LARGE, total(large), "s"),
    plainRow("dedupe: of which clusters", LARGE, large.clusterSeconds, "s"),
    plainRow("dedupe: growth for ten times as many", LARGE, total(large) / total(small), "times"),
    plainRow("dedupe: clusters", LARGE, large.clusters, "clusters"),
    plainRow("dedupe: peak memory", SMALL, small.peakMegabytes, "MB"),
    plainRow("dedupe: peak memory", LARGE, large.peakMegabytes, "MB"),
  ];
}
