import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/badge";
import { ExternalLink } from "@/components/ui/text-link";
import type { ListingFacts } from "@/lib/services/matches/match-detail";

/** Where a posting is advertised: the link to apply, its state, when it was last seen, and whom the data is owed to. */
export function ListingLinks({ listings }: { listings: readonly ListingFacts[] }) {
  const t = useTranslations("matches");
  const states = useTranslations("vocabulary.state");
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <ul className="flex flex-col gap-3">
      {listings.map((listing) => (
        <li key={listing.id} className="flex flex-col gap-0.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{listing.source}</span>
            <StatusBadge tone={listing.state === "open" ? "ok" : "info"}>{states(listing.state)}</StatusBadge>
          </p>
          <p className="tabular text-sm text-muted">
            {t("detail.lastSeen", { date: day(listing.lastSeenAt) })}
            {listing.closedAt === null ? "" : ` · ${t("closedOn", { date: day(listing.closedAt) })}`}
          </p>
          <p>
            {listing.url === null ? (
              <span className="text-sm text-muted">{t("detail.noLink")}</span>
            ) : (
              <ExternalLink href={listing.url}>{t("detail.apply")}</ExternalLink>
            )}
          </p>
          {listing.attribution === null ? null : <p className="text-sm text-muted">{listing.attribution}</p>}
        </li>
      ))}
    </ul>
  );
}
