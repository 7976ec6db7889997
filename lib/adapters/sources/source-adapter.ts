import type { FailedFetch, FetchedBody, FetchProvenance } from "@/lib/adapters/http/fetch-outcome";
import type { PoliteClient } from "@/lib/adapters/http/polite-client";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { SourceConfig } from "./source-config";

/** A saved or fetched body, decoded, with what is known about where it came from. */
export type RawInput = {
  /** The id of the configured source; the postings carry it. */
  sourceId: string;
  body: string;
  /** The URL that somebody states for this body; outranks what the page says of itself. */
  url: string | null;
  /** Where the body was fetched; the page's own canonical link outranks it. */
  fetchedUrl?: string | null;
  now: Date;
  /** The source's own parameters, for adapters that read by a mapping; they are part of what a replay is given again. */
  params?: SourceConfig["params"];
};

export type PageOutcome = "blocked" | "expired" | "broken" | "disallowed";

/** One thing read from a raw document. A valid empty list is an empty array. */
export type ParseOutcome =
  | { kind: "posting"; posting: ParsedPosting }
  | { kind: "rejected"; reason: string; warnings: string[] }
  | { kind: "page"; outcome: PageOutcome; reason: string };

/** Besides what a request can end with: `empty_shell` needs a browser, `not_asked` was on the list when the crawl ended early. */
export type FailureKind = FailedFetch["kind"] | "empty_shell" | "not_asked";

/**
 * What a crawl meets, in a stable order. `listingUrl` is the advert's address that stays the same from crawl to crawl: a failed or
 * unchanged page still proves that its advert is on the board.
 */
export type CrawlItem =
  | ({ kind: "document"; listingUrl: string | null; provenance: FetchProvenance; fetchedAt: Date } & Omit<
      FetchedBody,
      "status"
    >)
  | { kind: "unchanged"; url: string; listingUrl: string | null; provenance: FetchProvenance }
  | {
      kind: "failure";
      url: string;
      listingUrl: string | null;
      failure: FailureKind;
      reason: string;
      provenance: FetchProvenance | null;
    }
  | {
      kind: "finished";
      complete: boolean;
      reasons: string[];
      seen: number;
      /** Everything was read that the source can be asked for, even where that is never the whole board. */
      readWhole?: boolean;
    };

export type Validators = { etag: string | null; lastModified: string | null };

/** A body as it was kept when its address was last fetched. */
export type KeptBody = Pick<FetchedBody, "bytes" | "contentType" | "contentHash" | "finalUrl">;

export type CrawlContext = {
  client: PoliteClient;
  now: () => Date;
  /** What a server said last time about an advert's stable address, for conditional requests; null where nothing is known. */
  findValidators: (url: string) => Promise<Validators | null>;
  /** The body that those validators stand for; null where it is no longer kept. Where absent, a page that has not changed is not read again. */
  findKept?: (url: string) => Promise<KeptBody | null>;
  /** Given after a crawl that was cut off: puts stable addresses in order, those that were read longest ago first. */
  oldestFirst?: (urls: readonly string[]) => Promise<readonly string[]>;
  /** Keeps a page of a list that carries no adverts itself, so that it can be asked for conditionally next time. */
  keepList?: (page: CrawlItem & { kind: "document" }) => Promise<void>;
  /** For a look at a source: no more list pages and advert pages than these. */
  budget?: { pages: number; adverts: number } | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * One board or format. `crawl` yields raw documents and named failures, then exactly one `finished` item; `complete` means that the
 * board's list was read whole, so that what is not on it may count as gone. `parse` is pure.
 */
export type SourceAdapter = {
  id: string;
  crawl: (context: CrawlContext, config: SourceConfig) => AsyncIterable<CrawlItem>;
  parse: (raw: RawInput) => ParseOutcome[];
};
