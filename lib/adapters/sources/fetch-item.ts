import { describeFailure, type FetchOutcome } from "@/lib/adapters/http/fetch-outcome";
import type { GetOptions } from "@/lib/adapters/http/polite-client";
import type { CrawlContext, CrawlItem, KeptBody, Validators } from "./source-adapter";
import { allowedHostsOf, allowedPortsOf, type SourceConfig } from "./source-config";

export type FetchedItem = Exclude<CrawlItem, { kind: "finished" }>;

export type ItemRequest = {
  url: string;
  listingUrl: string | null;
  conditional: boolean;
  accept?: string;
  post?: NonNullable<GetOptions["post"]>;
  headers?: NonNullable<GetOptions["headers"]>;
};

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

/** What was on the list when the crawl ended: it was not asked for, and that is its outcome. */
export function notAsked(url: string, listingUrl: string | null, reason: string): FetchedItem {
  return { kind: "failure", url, listingUrl, failure: "not_asked", reason, provenance: null };
}

function keptItem(
  unchanged: FetchedItem & { kind: "unchanged" },
  kept: KeptBody,
  validators: Validators,
  at: Date,
): FetchedItem {
  const { url, listingUrl, provenance } = unchanged;
  const { etag, lastModified } = validators;
  const fromCache = { ...provenance, fromCache: true, bytes: kept.bytes.byteLength };
  return {
    ...kept,
    kind: "document",
    url,
    listingUrl,
    charset: null,
    etag,
    lastModified,
    provenance: fromCache,
    fetchedAt: at,
  };
}

/**
 * Fetches one page for a source, conditionally where the server gave validators before. A page that has not changed comes as it was
 * kept; where the kept body is gone, the page is asked for again without conditions. A crawl that is cut off gets `not_asked`.
 */
export async function fetchItem(
  context: CrawlContext,
  config: SourceConfig,
  request: ItemRequest,
): Promise<FetchedItem> {
  const { url, listingUrl, accept, post, headers } = request;
  const key = listingUrl ?? url;
  const get = (validators: Validators | null) =>
    context.client.get(url, {
      allowedHosts: allowedHostsOf(config),
      allowedPorts: allowedPortsOf(config),
      signal: context.signal,
      etag: validators?.etag,
      lastModified: validators?.lastModified,
      ...(accept === undefined ? {} : { accept }),
      ...(post === undefined ? {} : { post }),
      ...(headers === undefined ? {} : { headers }),
    });
  try {
    const validators = request.conditional && post === undefined ? await context.findValidators(key) : null;
    const item = toCrawlItem(await get(validators), url, listingUrl, context.now());
    if (item.kind !== "unchanged" || context.findKept === undefined || validators === null) return item;
    const kept = await context.findKept(key);
    if (kept !== null) return keptItem(item, kept, validators, context.now());
    return toCrawlItem(await get(null), url, listingUrl, context.now());
  } catch (error) {
    if (context.signal?.aborted !== true) throw error;
    return notAsked(url, listingUrl, "the crawl was cut off before this page was read");
  }
}
