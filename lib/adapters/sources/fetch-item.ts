import { describeFailure, type FetchOutcome } from "@/lib/adapters/http/fetch-outcome";
import type { CrawlContext, CrawlItem } from "./source-adapter";
import { allowedHostsOf, type SourceConfig } from "./source-config";

export type FetchedItem = Exclude<CrawlItem, { kind: "finished" }>;

export function toCrawlItem(
  outcome: FetchOutcome,
  url: string,
  listingUrl: string | null,
  fetchedAt: Date,
): FetchedItem {
  const { provenance } = outcome;
  if (outcome.kind === "unchanged") return { kind: "unchanged", url, listingUrl, provenance };
  if (outcome.kind !== "fetched") {
    return { kind: "failure", url, listingUrl, failure: outcome.kind, reason: describeFailure(outcome), provenance };
  }
  const { finalUrl, bytes, contentType, charset, etag, lastModified, contentHash } = outcome;
  return {
    kind: "document",
    url,
    finalUrl,
    bytes,
    contentType,
    charset,
    etag,
    lastModified,
    contentHash,
    listingUrl,
    provenance,
    fetchedAt,
  };
}

/** Fetches one page for a source, conditionally where the server gave validators before. */
export async function fetchItem(
  context: CrawlContext,
  config: SourceConfig,
  request: { url: string; listingUrl: string | null; conditional: boolean; accept?: string },
): Promise<FetchedItem> {
  const validators = request.conditional ? await context.findValidators(request.listingUrl ?? request.url) : null;
  const outcome = await context.client.get(request.url, {
    allowedHosts: allowedHostsOf(config),
    signal: context.signal,
    etag: validators?.etag,
    lastModified: validators?.lastModified,
    ...(request.accept === undefined ? {} : { accept: request.accept }),
  });
  return toCrawlItem(outcome, request.url, request.listingUrl, context.now());
}
