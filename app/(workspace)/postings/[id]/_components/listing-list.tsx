import { ExternalLink as ExternalIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ExternalLink } from "@/components/ui/text-link";
import type { ListingView } from "@/lib/services/postings/get-posting";

function webAddress(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol) ? url : null;
}

/** A source whose terms ask for a link that search engines follow gets one; every other link is marked as a stranger's. */
function relOf(listing: ListingView): string {
  return listing.source.followed ? "noopener" : "noopener nofollow ugc";
}

/** The way to the newest open listing that has an address. */
export function ApplyLink({ listings }: { listings: readonly ListingView[] }) {
  const t = useTranslations("postings.detail");
  const common = useTranslations("common");
  const newest = [...listings]
    .filter((listing) => listing.state === "open" && webAddress(listing.url) !== null)
    .sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())[0];
  const href = newest === undefined ? null : webAddress(newest.url);
  if (newest === undefined || href === null) return null;
  return (
    <a href={href} target="_blank" rel={relOf(newest)} className={buttonClass("primary")}>
      {t("applyAt", { source: newest.source.name })}
      <ExternalIcon aria-hidden className="size-4" />
      <span className="sr-only"> ({common("openSource")})</span>
    </a>
  );
}

/** Every listing of a posting: where, in what state, last seen when, with the source's attribution. */
export function ListingList({ listings }: { listings: readonly ListingView[] }) {
  const t = useTranslations("postings.detail");
  const common = useTranslations("common");
  const format = useFormatter();
  return (
    <Card title={t("listingsTitle")}>
      <ul className="flex flex-col gap-3">
        {listings.map((listing) => {
          const href = webAddress(listing.url);
          const when = format.dateTime(listing.lastSeenAt, { dateStyle: "medium" });
          return (
            <li key={listing.id} className="flex flex-col">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="font-medium">{listing.source.name}</span>
                {href === null ? (
                  <span className="text-sm text-muted">{t("noUrl")}</span>
                ) : (
                  <a
                    href={href}
                    target="_blank"
                    rel={relOf(listing)}
                    className="text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
                  >
                    {new URL(href).hostname}
                    <ExternalIcon aria-hidden className="ml-1 inline size-3 align-baseline" />
                    <span className="sr-only"> ({common("openSource")})</span>
                  </a>
                )}
              </span>
              <span className="text-sm text-muted">{t(`listing.${listing.state}`, { when })}</span>
              <Attribution listing={listing} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Attribution({ listing }: { listing: ListingView }) {
  const { attribution, homepage, followed } = listing.source;
  if (attribution === null) return null;
  if (followed && webAddress(homepage) !== null)
    return (
      <a href={homepage ?? undefined} target="_blank" rel="noopener" className="text-sm text-accent underline">
        {attribution}
      </a>
    );
  if (homepage !== null)
    return (
      <ExternalLink href={homepage} className="text-sm">
        {attribution}
      </ExternalLink>
    );
  return <span className="text-sm text-muted">{attribution}</span>;
}
