import { addDays } from "@/lib/core/kernel/utc-day";

/** A board's own clock may be ahead of ours by a time zone, not by more. */
const MAX_DAYS_AHEAD = 1;

/** An advert older than this when first met was reposted or misdated. */
const MAX_DAYS_BEFORE = 400;

/**
 * The instant at which trends count a posting: the date it states where that is plausible (at most one day after and at
 * most 400 days before it was first seen), else when it was first seen.
 */
export function trendDate(posting: { postedAt: Date | null; firstSeenAt: Date }): Date {
  const { postedAt, firstSeenAt } = posting;
  if (postedAt === null || Number.isNaN(postedAt.getTime())) return firstSeenAt;
  const tooLate = postedAt > addDays(firstSeenAt, MAX_DAYS_AHEAD);
  const tooEarly = postedAt < addDays(firstSeenAt, -MAX_DAYS_BEFORE);
  return tooLate || tooEarly ? firstSeenAt : postedAt;
}
