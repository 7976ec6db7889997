import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { writeRows } from "@/lib/adapters/db/write-rows";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { createPoliteClient, type PoliteClient } from "@/lib/adapters/http/polite-client";
import { DEFAULT_LIMITS, DEFAULT_RETRY } from "@/lib/adapters/http/polite-client-options";
import { findAdapter } from "@/lib/adapters/sources/registry";
import type { CrawlItem, ParseOutcome, SourceAdapter } from "@/lib/adapters/sources/source-adapter";
import { type SourceConfig, sourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { type PreparedAdvert, prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import type { Context } from "@/lib/services/context/context";
import { absorbBatch } from "@/lib/services/postings/absorb-batch";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { seededRandom } from "./seeded-random";

const STAGE = "scrape";
const USER_AGENT = "Atalaya/0.1";
/** Documents written at once; a crawl that is cut off loses at most so many. */
const DOCUMENTS_BATCH = 60;
const FETCH_STATE_CHANGES = ["etag", "lastModified", "rawDocumentId", "fetchedAt"];

type CrawlableSource = { id: string; isDemo: boolean; adapter: string; config: unknown };

/** What a crawl found out about a source, for closing what is gone. Addresses are those that stay the same. */
export type CrawlSummary = {
  complete: boolean;
  reasons: string[];
  documents: number;
  adverts: number;
  failures: number;
  /** Every request that was answered at all with something other than a failure of the whole source. */
  seenUrls: Set<string>;
  goneUrls: Set<string>;
};

function clientFor(ctx: Context, config: SourceConfig, runId: string): PoliteClient {
  const exempt = ctx.env.SCRAPE_EXEMPT_ORIGIN;
  return createPoliteClient({
    userAgent: USER_AGENT,
    contact: ctx.env.SCRAPE_CONTACT,
    exemptOrigins: exempt === undefined ? [] : [exempt],
    politeness: config.politeness,
    limits: DEFAULT_LIMITS,
    // Where a source needs no pause between requests, a retry need not wait long either.
    retry: {
      ...DEFAULT_RETRY,
      baseDelayMs: Math.max(50, Math.min(DEFAULT_RETRY.baseDelayMs, config.politeness.minIntervalMs)),
    },
    now: ctx.wallNow,
    random: seededRandom(runId),
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
  });
}

type Crawl = {
  ctx: Context;
  run: RunRecorder;
  source: CrawlableSource;
  adapter: SourceAdapter;
  now: Date;
  summary: CrawlSummary;
  waiting: PreparedAdvert[];
  documents: Map<string, Record<string, unknown>>;
  states: Map<string, Record<string, unknown>>;
};

function urlHash(url: string): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 32);
}

type DocumentItem = Extract<CrawlItem, { kind: "document" }>;

/** Keeps the bytes at once and remembers the row; rows are written in batches, before the adverts that name them. */
async function keepDocument(crawl: Crawl, item: DocumentItem): Promise<string> {
  const { ctx, source, now } = crawl;
  const contentHash = await ctx.raw.put(item.bytes);
  const id = derivedId("raw", source.id, item.url, contentHash);
  crawl.documents.set(id, {
    id,
    sourceId: source.id,
    url: item.url,
    fetchedAt: now,
    status: item.provenance.status,
    contentType: item.contentType,
    contentHash,
    bytes: item.bytes.byteLength,
    provenance: item.provenance,
  });
  const url = item.listingUrl ?? item.url;
  crawl.states.set(urlHash(url), {
    sourceId: source.id,
    urlHash: urlHash(url),
    url,
    etag: item.etag,
    lastModified: item.lastModified,
    rawDocumentId: id,
    fetchedAt: now,
  });
  return id;
}

/** Writes what was taken so far: documents, what their servers said for next time, and the adverts in them. */
async function flush(crawl: Crawl): Promise<void> {
  const { ctx, run, now } = crawl;
  await writeRows(ctx.db, "RawDocument", [...crawl.documents.values()], { key: ["id"], update: [] });
  crawl.documents.clear();
  await absorbBatch(ctx, run, crawl.waiting.splice(0), now);
  await writeRows(ctx.db, "FetchState", [...crawl.states.values()], {
    key: ["sourceId", "urlHash"],
    update: FETCH_STATE_CHANGES,
  });
  crawl.states.clear();
}

function takeOutcome(
  crawl: Crawl,
  item: DocumentItem,
  rawDocumentId: string,
  outcome: ParseOutcome,
  locator: string | null,
): void {
  const { run, source, summary } = crawl;
  const url = item.listingUrl ?? item.url;
  switch (outcome.kind) {
    case "posting":
      crawl.waiting.push(
        prepareAdvert(outcome.posting, {
          sourceId: source.id,
          isDemo: source.isDemo,
          rawDocumentId,
          rawLocator: locator,
        }),
      );
      summary.adverts += 1;
      return;
    case "rejected":
      summary.failures += 1;
      run.failure({
        stage: STAGE,
        reason: "rejected",
        message: outcome.reason,
        url,
        detail: { warnings: outcome.warnings },
      });
      return;
    case "page":
      summary.failures += 1;
      if (outcome.outcome === "expired") summary.goneUrls.add(url);
      run.failure({ stage: STAGE, reason: outcome.outcome, message: outcome.reason, url });
  }
}

async function takeDocument(crawl: Crawl, item: DocumentItem): Promise<void> {
  const { run, summary, adapter, source, now } = crawl;
  summary.documents += 1;
  run.count(STAGE, "bytes", item.bytes.byteLength);
  const rawDocumentId = await keepDocument(crawl, item);
  const { text: body } = decodeBody(item.bytes, item.contentType);
  let outcomes: ParseOutcome[];
  try {
    outcomes = adapter.parse({ sourceId: source.id, body, url: null, fetchedUrl: item.finalUrl, now });
  } catch (error) {
    crawl.ctx.log.error("scrape.parse.crashed", { sourceId: source.id, url: item.url, error });
    summary.failures += 1;
    run.failure({ stage: STAGE, reason: "crash", message: "The page could not be read.", url: item.url });
    return;
  }
  if (item.listingUrl !== null) summary.seenUrls.add(item.listingUrl);
  outcomes.forEach((outcome, index) =>
    takeOutcome(crawl, item, rawDocumentId, outcome, outcomes.length > 1 ? String(index) : null),
  );
}

function takeFailure({ run, summary }: Crawl, item: Extract<CrawlItem, { kind: "failure" }>): void {
  summary.failures += 1;
  if (item.listingUrl !== null) (item.failure === "gone" ? summary.goneUrls : summary.seenUrls).add(item.listingUrl);
  run.failure({ stage: STAGE, reason: item.failure, message: item.reason, url: item.url, detail: item.provenance });
}

async function takeItem(crawl: Crawl, item: CrawlItem): Promise<void> {
  const { run, summary } = crawl;
  switch (item.kind) {
    case "document":
      run.event({ kind: "fetch.answered", stage: STAGE, message: "fetched", url: item.url, detail: item.provenance });
      run.count(STAGE, "done");
      await takeDocument(crawl, item);
      return;
    case "unchanged":
      run.event({ kind: "fetch.answered", stage: STAGE, message: "unchanged", url: item.url, detail: item.provenance });
      run.count(STAGE, "done");
      run.count(STAGE, "unchanged");
      if (item.listingUrl !== null) summary.seenUrls.add(item.listingUrl);
      return;
    case "failure":
      takeFailure(crawl, item);
      return;
    case "finished":
      summary.complete = item.complete;
      summary.reasons = item.reasons;
  }
}

function adapterOf(source: CrawlableSource): SourceAdapter {
  const adapter = findAdapter(source.adapter)?.adapter ?? null;
  if (adapter === null) throw new AppError("invalid_input", `The source ${source.id} is not read from the network.`);
  return adapter;
}

/** Crawls one source and absorbs what it lists, batch by batch. What went wrong with single pages is in the run. */
export async function crawlSource(
  ctx: Context,
  run: RunRecorder,
  source: CrawlableSource,
  signal?: AbortSignal,
): Promise<CrawlSummary> {
  const config = sourceConfig.parse(source.config);
  const adapter = adapterOf(source);
  const now = ctx.now();
  const summary: CrawlSummary = {
    complete: false,
    reasons: [],
    documents: 0,
    adverts: 0,
    failures: 0,
    seenUrls: new Set(),
    goneUrls: new Set(),
  };
  const crawl: Crawl = {
    ctx,
    run,
    source,
    adapter,
    now,
    summary,
    waiting: [],
    documents: new Map(),
    states: new Map(),
  };
  const findValidators = async (url: string) => {
    const state = await ctx.db.fetchState.findUnique({
      where: { sourceId_urlHash: { sourceId: source.id, urlHash: urlHash(url) } },
    });
    return state === null ? null : { etag: state.etag, lastModified: state.lastModified };
  };
  const client = clientFor(ctx, config, run.runId);
  for await (const item of adapter.crawl({ client, now: () => now, findValidators, signal }, config)) {
    await takeItem(crawl, item);
    if (crawl.documents.size >= DOCUMENTS_BATCH) await flush(crawl);
    await run.progress(STAGE, summary.documents, null);
  }
  await flush(crawl);
  return summary;
}
