import type { MatchResult } from "./match-types";

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of a ranking: score, confidence, skills part (unknown last), each from high to low, then posting id by code unit. */
export function compareMatches(a: MatchResult, b: MatchResult): number {
  return (
    b.score - a.score ||
    b.confidence - a.confidence ||
    (b.parts.skills ?? -1) - (a.parts.skills ?? -1) ||
    byName(a.postingId, b.postingId)
  );
}

/** The results in ranking order; the given array is left as it is. */
export function rankMatches(results: readonly MatchResult[]): MatchResult[] {
  return [...results].sort(compareMatches);
}
