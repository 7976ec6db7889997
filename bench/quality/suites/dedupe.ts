import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { clusterListings } from "@/lib/core/dedupe/cluster-listings";
import type { Fingerprint } from "@/lib/core/dedupe/dedupe-types";
import { sha256 } from "@/lib/core/kernel/hash";
import { fingerprintRows } from "@/lib/services/dedupe/fingerprint-rows";
import { cohensKappa } from "../agreement";
import { findData, readData } from "../evaluation-data";
import type { Measured } from "../scoreboard";
import { type Hits, scoresOf } from "../set-scores";

const verdict = z.enum(["same", "different"]);
const listing = z.object({ file: z.string(), id: z.string() });
const pairSchema = z.object({ a: listing, b: listing, r1: verdict, r2: verdict, final: verdict });
type Pair = z.output<typeof pairSchema>;
type Grouping = ReadonlyMap<string, string>;

const GOLD = path.join(import.meta.dirname, "..", "gold", "dedupe-pairs.jsonl");

function keyOf({ file, id }: z.output<typeof listing>): string {
  return `${file}\u0000${id}`;
}

/** The half of the pairs that was put aside while the first rules were made; later rules have seen both. */
function isSecondHalf({ a, b }: Pair): boolean {
  return Number.parseInt(sha256(`${keyOf(a)}\n${keyOf(b)}`).slice(0, 8), 16) % 2 === 1;
}

/** The fingerprints of all postings of the evaluation data, each under its file and id. */
async function readPrints(folder: string): Promise<Fingerprint[]> {
  const prints: Fingerprint[] = [];
  for (const name of readdirSync(folder).sort()) {
    const file = name.replace(/\.jsonl\.gz$/u, "");
    for await (const reading of fingerprintRows(path.join(folder, name)))
      if (reading.kind === "print") prints.push({ ...reading.print, id: keyOf({ file, id: reading.print.id }) });
  }
  return prints;
}

function groupingOf(groups: Iterable<readonly string[]>): Grouping {
  const grouping = new Map<string, string>();
  for (const ids of groups) for (const id of ids) grouping.set(id, ids[0] ?? id);
  return grouping;
}

/** What a comparison by equality alone puts together: one address, one id at one board, or the same words of title, employer and text. */
function exactGrouping(prints: readonly Fingerprint[]): Grouping {
  const first = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const print of prints) {
    const content = `${print.title.join(" ")}\u0000${print.company}\u0000${print.shingles.join(",")}`;
    const keys = [content, `i:${print.sourceId}\u0000${print.externalId ?? print.id}`, `u:${print.url ?? print.id}`];
    const group = keys.map((key) => first.get(key)).find((found) => found !== undefined) ?? print.id;
    for (const key of keys) if (!first.has(key)) first.set(key, group);
    groups.set(group, [...(groups.get(group) ?? []), print.id]);
  }
  return groupingOf(groups.values());
}

function isTogether(grouping: Grouping, { a, b }: Pair): boolean {
  const group = grouping.get(keyOf(a));
  return group !== undefined && group === grouping.get(keyOf(b));
}

function hitsOf(grouping: Grouping, pairs: readonly Pair[]): Hits {
  const merged = pairs.filter((pair) => isTogether(grouping, pair));
  return {
    right: merged.filter(({ final }) => final === "same").length,
    predicted: merged.length,
    wanted: pairs.filter(({ final }) => final === "same").length,
  };
}

/** The part of the pairs of two jobs that were kept apart. */
function keptApart(grouping: Grouping, pairs: readonly Pair[]): number {
  const { right, predicted, wanted } = hitsOf(grouping, pairs);
  return wanted === pairs.length ? 1 : 1 - (predicted - right) / (pairs.length - wanted);
}

function rowsFor(dataset: string, pairs: readonly Pair[], ours: Grouping | null, exact: Grouping | null): Measured[] {
  const row = (metric: string, measure: (grouping: Grouping) => number): Measured => ({
    suite: "dedupe",
    dataset,
    n: pairs.length,
    metric,
    value: ours === null ? null : measure(ours),
    baseline: exact === null ? null : { name: "exact matching alone", value: measure(exact) },
  });
  const scores = (grouping: Grouping) => scoresOf(hitsOf(grouping, pairs));
  return [
    row("f1", (grouping) => scores(grouping).f1),
    row("precision", (grouping) => scores(grouping).precision),
    row("recall", (grouping) => scores(grouping).recall),
    row("kept apart", (grouping) => keptApart(grouping, pairs)),
    row("false merges", (grouping) => 1 - keptApart(grouping, pairs)),
  ];
}

/**
 * Whether two listings land in one cluster, against the word of two readers. All postings of the evaluation data are clustered together, so
 * that blocking and the joining of whole groups are measured too.
 */
export async function measureDedupe(): Promise<Measured[]> {
  const judged = readData(GOLD, pairSchema);
  const folder = findData("postings");
  const prints = folder === null ? null : await readPrints(folder);
  const known = prints === null ? null : new Set(prints.map(({ id }) => id));
  // Some adverts have no id of their own ("None"): such a pair names no two adverts.
  const pairs = known === null ? judged : judged.filter(({ a, b }) => known.has(keyOf(a)) && known.has(keyOf(b)));
  const ours = prints === null ? null : groupingOf(clusterListings(prints).map(({ ids }) => ids));
  const exact = prints === null ? null : exactGrouping(prints);
  const kappa = { suite: "dedupe" as const, n: judged.length, metric: "kappa", baseline: null };
  return [
    ...rowsFor("judged-pairs", pairs, ours, exact),
    ...rowsFor("second-half", pairs.filter(isSecondHalf), ours, exact),
    { ...kappa, dataset: "two-readers", value: cohensKappa(judged.map(({ r1, r2 }) => [r1, r2])) },
  ];
}
