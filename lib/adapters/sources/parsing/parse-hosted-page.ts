import { parseJsonLdPage } from "../jsonld/parse-json-ld-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertUrl } from "./advert-url";

export type HostedPage = {
  /** The board's own id of the advert at an address, so that the page and the API name it alike; null where it holds none. */
  idOf: (url: URL, statedId: string) => string | null;
  /** Puts an address into the form that the API states. */
  stableUrl?: (url: URL) => string;
};

/** Reads the JSON-LD of an advert page that an applicant tracking system hosts, under the ids and addresses of its API. */
export function parseHostedPage(raw: RawInput, page: HostedPage): ParseOutcome[] {
  const stableUrl = (href: string): string => {
    const clean = advertUrl(href) ?? href;
    return page.stableUrl?.(new URL(clean)) ?? clean;
  };
  return parseJsonLdPage(raw, { stableUrl }).map((outcome) => {
    if (outcome.kind !== "posting" || outcome.posting.url === null) return outcome;
    const id = page.idOf(new URL(outcome.posting.url), outcome.posting.externalId);
    return id === null ? outcome : { kind: "posting", posting: { ...outcome.posting, externalId: id } };
  });
}
