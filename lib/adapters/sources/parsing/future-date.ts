import type { ParseOutcome } from "../source-adapter";

/** A board's clock, or its time zone, may be so far ahead of ours. */
const SKEW_MS = 86_400_000;

function isAhead(stated: string | null, now: Date): boolean {
  return stated !== null && Date.parse(stated) > now.getTime() + SKEW_MS;
}

/** Says of every advert whose stated date lies more than a day after the moment of reading that it does; the date stays as stated. */
export function warnOfFuture(outcomes: readonly ParseOutcome[], now: Date): ParseOutcome[] {
  return outcomes.map((outcome) => {
    if (outcome.kind !== "posting" || !isAhead(outcome.posting.postedAt, now)) return outcome;
    const warnings = [...outcome.posting.warnings, "postedAt lies in the future."];
    return { kind: "posting", posting: { ...outcome.posting, warnings } };
  });
}
