import type { ManifestLine } from "./run-manifest";
import type { StageCounts } from "./run-report";

/** Two figures of a run that should be the same and are not. */
export type CountMismatch = { what: string; expected: number; found: number };

/** Counts the lines of a manifest the way in which a run counts as it works. */
export class LineCounts {
  adverts = 0;
  closed = 0;
  returned = 0;
  failed = 0;
  reads = 0;
  snapshotDocuments = 0;
  private readonly outcomes = new Map<string, number>();

  take(line: ManifestLine): void {
    if (line.kind === "advert") {
      this.adverts += 1;
      const counter = line.reason === null ? line.outcome : `${line.outcome}_${line.reason}`;
      this.outcomes.set(counter, (this.outcomes.get(counter) ?? 0) + 1);
    } else if (line.kind === "closed") this.closed += 1;
    else if (line.kind === "returned") this.returned += 1;
    else if (line.kind === "failed") this.failed += 1;
    else if (line.kind === "read") this.reads += 1;
    else if (line.kind === "document" && line.how === "snapshot") this.snapshotDocuments += 1;
  }

  outcome(counter: string): number {
    return this.outcomes.get(counter) ?? 0;
  }

  outcomeNames(): string[] {
    return [...this.outcomes.keys()];
  }
}

function sumOf(counters: Readonly<Record<string, number>>, except: readonly string[]): number {
  return Object.entries(counters).reduce((sum, [name, n]) => (except.includes(name) ? sum : sum + n), 0);
}

function failedOf(counts: StageCounts): number {
  return Object.values(counts).reduce((sum, stage) => sum + (stage["failed"] ?? 0), 0);
}

/** The counts of a run that do not add up among themselves: every advert that went in has exactly one outcome. */
export function checkCounts(counts: StageCounts): CountMismatch[] {
  const postings = counts["postings"] ?? {};
  const done = postings["done"] ?? 0;
  const pairs: [string, number, number][] = [["adverts and their outcomes", done, sumOf(postings, ["done", "failed"])]];
  const rows = counts["import"];
  if (rows !== undefined) {
    pairs.push([
      "rows of files and what became of them",
      rows["read"] ?? 0,
      (rows["done"] ?? 0) + (rows["failed"] ?? 0),
    ]);
    pairs.push(["rows taken and adverts", rows["done"] ?? 0, done]);
  }
  return pairs.flatMap(([what, expected, found]) => (expected === found ? [] : [{ what, expected, found }]));
}

/** The counts of a run that its manifest does not bear out. Adverts that a snapshot repeated are counted and not listed. */
export function checkLines(counts: StageCounts, lines: LineCounts): CountMismatch[] {
  const postings = counts["postings"] ?? {};
  const life = counts["life"] ?? {};
  const repeated = lines.snapshotDocuments > 0 ? Math.max(0, (postings["done"] ?? 0) - lines.adverts) : 0;
  const counters = new Set([...Object.keys(postings), ...lines.outcomeNames()].filter((name) => name !== "done"));
  const pairs: [string, number, number][] = [
    ["adverts", postings["done"] ?? 0, lines.adverts + repeated],
    ...[...counters].map((name): [string, number, number] => [
      `adverts ${name}`,
      postings[name] ?? 0,
      lines.outcome(name) + (name === "unchanged" ? repeated : 0),
    ]),
    ["listings closed", life["closed"] ?? 0, lines.closed],
    ["listings reopened", life["reopened"] ?? 0, lines.returned],
    ["failed items", failedOf(counts), lines.failed],
    ["versions read", counts["enrich"]?.["done"] ?? 0, lines.reads],
  ];
  return pairs.flatMap(([what, expected, found]) => (expected === found ? [] : [{ what, expected, found }]));
}
