import { ExternalLink as ExternalIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ExternalLink } from "@/components/ui/text-link";
import type { ListingView } from "@/lib/services/postings/get-posting";
import type { AdviceView } from "@/lib/services/postings/list-duplicate-advice";
import { JoinPostings } from "./join-postings";
import { ListingFacts } from "./listing-facts";
import { SplitListing } from "./split-listing";

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

type ListingListProps = {
  listings: readonly ListingView[];
  /** The posting, and what a model thinks of those near to it, for administrators, who may split and join. */
  admin: { postingId: string; advice: readonly AdviceView[] } | null;
};

/** Every listing of a posting: where, with what is known of it, why it is here, and the source's attribution. */
export function ListingList({ listings, admin }: ListingListProps) {
  const t = useTranslations("postings.detail");
  const common = useTranslations("common");
  const adviceWords = useTranslations("postings.advice");
  const alike = admin?.advice.filter(({ verdict }) => verdict === "same").length ?? 0;
  return (
    <Card title={t("listingsTitle")} aside={admin === null ? null : <JoinPostings {...admin} />}>
      {alike === 0 ? null : <p className="mb-3 text-sm text-muted">{adviceWords("found", { count: alike })}</p>}
      <ul className="flex flex-col gap-4">
        {listings.map((listing) => {
          const href = webAddress(listing.url);
          return (
            <li key={listing.id} className="flex flex-col gap-0.5">
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
              <ListingFacts listing={listing} />
              <Attribution listing={listing} />
              {admin !== null && listings.length > 1 ? (
                <span className="-ml-2.5">
                  <SplitListing listingId={listing.id} source={listing.source.name} />
                </span>
              ) : null}
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
