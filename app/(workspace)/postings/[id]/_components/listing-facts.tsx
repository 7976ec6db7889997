import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListingView } from "@/lib/services/postings/get-posting";
import { useClosedReason } from "./use-closed-reason";
import { useJoinWords } from "./use-join-words";

/** What is known of one listing: its place, its dates, how it ended, and why it stands under this posting. */
export function ListingFacts({ listing }: { listing: ListingView }) {
  const t = useTranslations("postings.detail");
  const format = useFormatter();
  const reasonOf = useClosedReason();
  const joinWords = useJoinWords();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const { postedAt, restatedAt, refreshedCount, reopenedCount, closedAt, closedReason, location, state } = listing;
  const stated = [
    postedAt === null ? t("notStatedDate") : day(postedAt),
    ...(restatedAt === null ? [] : [t("restated", { date: day(restatedAt) })]),
    ...(refreshedCount === 0 ? [] : [t("refreshedTimes", { count: refreshedCount })]),
  ];
  const why = reasonOf(closedReason ?? "");
  const rows: [string, ReactNode][] = [
    ...(location === null ? [] : [[t("place"), location] satisfies [string, ReactNode]]),
    [t("stated"), stated.join(", ")],
    [t("firstSeen"), day(listing.firstSeenAt)],
    [
      t("lastSeen"),
      [day(listing.lastSeenAt), ...(reopenedCount === 0 ? [] : [t("reopenedTimes", { count: reopenedCount })])].join(
        ", ",
      ),
    ],
    [t("why"), joinWords(listing)],
  ];
  return (
    <>
      <p className="text-sm">
        {state === "open"
          ? t("listingState.open")
          : closedAt === null
            ? t("closedSome", { why })
            : t("closedOn", { when: day(closedAt), why })}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
