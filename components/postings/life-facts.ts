import type { useFormatter, useTranslations } from "next-intl";

/** What the facts of a posting's life are made of. */
export type LifeFactsData = {
  state: "open" | "closed";
  openDays: number;
  firstSeenAt: Date;
  sourceIds: readonly string[];
  repostCount: number;
  refreshedCount: number;
  reopenedCount: number;
  placeCount: number;
};

export type LifeFact = { id: string; words: string; explained: string };

type Words = ReturnType<typeof useTranslations<"postings.facts">>;
type Format = Pick<ReturnType<typeof useFormatter>, "dateTime">;

/** How a posting has lived, each fact with what it means: how long open, on how many boards, reposted, refreshed, reopened, in how many places. */
export function lifeFacts(posting: LifeFactsData, t: Words, format: Format): LifeFact[] {
  const { state, openDays: days, firstSeenAt, sourceIds, placeCount } = posting;
  const date = format.dateTime(firstSeenAt, { dateStyle: "medium" });
  const counted = [
    { id: "boards", count: sourceIds.length, from: 2 },
    { id: "reposted", count: posting.repostCount, from: 1 },
    { id: "refreshed", count: posting.refreshedCount, from: 1 },
    { id: "reopened", count: posting.reopenedCount, from: 1 },
    { id: "places", count: placeCount, from: 2 },
  ] as const;
  return [
    { id: state, words: t(state, { days }), explained: t(`explain.${state}`, { date }) },
    ...counted
      .filter(({ count, from }) => count >= from)
      .map(({ id, count }) => ({ id, words: t(id, { count }), explained: t(`explain.${id}`) })),
  ];
}
