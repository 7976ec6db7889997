import { hashOf } from "@/lib/core/kernel/hash";
import type { CorpusStatistics } from "./match-types";
import { TERMS_VERSION } from "./terms";

/** What one posting adds to the counts; repeats inside one posting count once. */
export type CountedDocument = { skills: Iterable<string>; terms: Iterable<string> };

export type StatisticsOptions = {
  /** Terms in fewer postings are left out: names, typing errors. */
  minTermDocuments?: number;
  /** The most frequent terms are kept, ties by name. */
  maxTerms?: number;
  similarity: CorpusStatistics["similarity"];
};

const MIN_TERM_DOCUMENTS = 2;
const MAX_TERMS = 30_000;

/** Length of the version hash kept: 64 bits tell apart more tables than will ever be made. */
const VERSION_LENGTH = 16;

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

function byName(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : 1;
}

function add(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The version of a table is the hash of what is in it and of how terms were cut, so that equal counts have equal versions. */
export function versionOf(table: Omit<CorpusStatistics, "version">): string {
  return hashOf({ terms: TERMS_VERSION, ...table }).slice(0, VERSION_LENGTH);
}

/** Document frequencies over any number of postings, in any order, read once. */
export function computeCorpusStatistics(
  documents: Iterable<CountedDocument>,
  options: StatisticsOptions,
): CorpusStatistics {
  const skills = new Map<string, number>();
  const terms = new Map<string, number>();
  let count = 0;
  for (const document of documents) {
    count += 1;
    add(skills, document.skills);
    add(terms, document.terms);
  }
  const floor = options.minTermDocuments ?? MIN_TERM_DOCUMENTS;
  const kept = [...terms]
    .filter(([, seen]) => seen >= floor)
    .sort(byCount)
    .slice(0, options.maxTerms ?? MAX_TERMS);
  const table = {
    documents: count,
    skillDocuments: Object.fromEntries([...skills].sort(byName)),
    termDocuments: Object.fromEntries(kept.sort(byName)),
    similarity: options.similarity,
  };
  return { version: versionOf(table), ...table };
}
