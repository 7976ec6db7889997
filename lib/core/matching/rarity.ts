import type { CorpusStatistics } from "./match-types";

/** A skill in every posting still counts a little. */
const MIN_RARITY = 0.1;

/** Inverse document frequency scaled to [0.1, 1]: 1 where no posting has it; 1 for everything while nothing is counted. */
export function rarity(documentsWith: number, documents: number): number {
  if (documents <= 0) return 1;
  const idf = Math.log(1 + documents / (1 + documentsWith)) / Math.log(1 + documents);
  return Math.min(1, Math.max(MIN_RARITY, idf));
}

function countOf(table: Readonly<Record<string, number>>, key: string): number {
  return Object.hasOwn(table, key) ? (table[key] ?? 0) : 0;
}

/** Even the most common skill keeps this much: a posting that requires Python means it, however many others do. */
const SKILL_BASE = 0.3;

/** Rarity of a skill among the counted postings, 0.37 … 1: the rarest count at most three times as much as the commonest. */
export function skillRarity(statistics: CorpusStatistics, skillId: string): number {
  const share = rarity(countOf(statistics.skillDocuments, skillId), statistics.documents);
  return SKILL_BASE + (1 - SKILL_BASE) * share;
}

/**
 * Rarity of a stemmed term. Null where the statistics have counted postings and this term is not among them: a word
 * that no other advert uses is a name, an address or a code, and says nothing about the job.
 */
export function termRarity(statistics: CorpusStatistics, term: string): number | null {
  const count = countOf(statistics.termDocuments, term);
  if (statistics.documents > 0 && count === 0) return null;
  return rarity(count, statistics.documents);
}
