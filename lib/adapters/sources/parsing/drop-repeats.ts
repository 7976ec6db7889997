import type { ParseOutcome } from "../source-adapter";

/** The outcomes without the adverts whose external id an earlier one has; what is no advert stays. */
export function dropRepeats(outcomes: readonly ParseOutcome[]): ParseOutcome[] {
  const seen = new Set<string>();
  return outcomes.filter((outcome) => {
    if (outcome.kind !== "posting") return true;
    const isNew = !seen.has(outcome.posting.externalId);
    seen.add(outcome.posting.externalId);
    return isNew;
  });
}
