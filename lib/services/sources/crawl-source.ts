import type { BreakerState } from "@/lib/adapters/http/polite-client-options";
import { findAdapter } from "@/lib/adapters/sources/registry";
import type { CrawlContext, CrawlItem, SourceAdapter } from "@/lib/adapters/sources/source-adapter";
import { type SourceConfig, sourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { type CrawlSummary, emptySummary, noteFailure } from "./crawl-summary";
import {
  DOCUMENTS_BATCH,
  type DocumentItem,
  flushIntake,
  type Intake,
  keepDocument,
  noteState,
  readDocument,
} from "./document-intake";
import { createModelReader, type ModelReader } from "./extract-with-model";
import { createKeptPages, type KeptPages } from "./kept-pages";
import { recordRequest } from "./record-request";
import { createSourceClient } from "./source-client";

const STAGE = "scrape";
/** Blocks in a row after which the board is left alone. */
const BLOCKS_THAT_TRIP = 3;
/** Addresses named in one event of those that were not asked for. */
const ADDRESSES_IN_EVENT = 100;

export type CrawlableSource = { id: string; isDemo: boolean; adapter: string; config: unknown };

export type CrawlOptions = {
  signal?: AbortSignal | undefined;
  /** The source has just cooled down. */
  trial?: boolean;
  /** The crawl before was cut off: what it did not reach has its turn first. */
  resumes?: boolean;
  /** Another way through the source than its adapter's own, such as single pages. */
  crawl?: SourceAdapter["crawl"];
  /** Told when the breaker of this crawl changes. */
  onBreaker?: (state: BreakerState) => void;
};

type Crawl = Intake & {
  /** For pages that the adapter cannot read; null where the source does not ask for it. */
  model: ModelReader | null;
  kept: KeptPages;
  blocksInARow: number;
  notAsked: { reason: string; urls: string[] };
};

function described(source: { id: string; adapter: string }): { id: string; version: number; adapter: SourceAdapter } {
  const { adapter = null, version = 0 } = findAdapter(source.adapter) ?? {};
  if (adapter === null) throw new AppError("invalid_input", `The source ${source.id} is not read from the network.`);
  return { id: source.adapter, version, adapter };
}

/** The adapter of a source that is fetched. Throws `invalid_input` for one that is imported from files, or unknown. */
export function adapterOf(source: { id: string; adapter: string }): SourceAdapter {
  return described(source).adapter;
}

/** An intake for one source, with nothing taken yet. */
export function openIntake(ctx: Context, run: RunRecorder, source: CrawlableSource): Intake {
  const { params } = sourceConfig.parse(source.config);
  const { adapter, ...reader } = described(source);
  run.source(source.id, reader, params);
  return {
    ctx,
    run,
    source,
    adapter,
    params,
    now: run.clock,
    summary: emptySummary(),
    waiting: [],
    documents: new Map(),
    states: new Map(),
  };
}

function crawlContext(
  crawl: Crawl,
  config: SourceConfig,
  options: CrawlOptions,
): CrawlContext & { close: () => Promise<void> } {
  const { ctx, run, now, summary, kept } = crawl;
  const client = createSourceClient(ctx, config, {
    seed: run.runId,
    trial: options.trial ?? false,
    onRequest: (report) => {
      recordRequest(run, report);
      if (report.restMs === null) return;
      const until = new Date(ctx.wallNow().getTime() + report.restMs);
      if (summary.restUntil === null || until > summary.restUntil) summary.restUntil = until;
    },
    onBreaker: (state) => {
      if (state === "open") summary.tripped ??= "the requests of a crawl kept failing";
      options.onBreaker?.(state);
    },
  });
  return {
    client,
    now: () => now,
    findValidators: kept.findValidators,
    findKept: kept.findKept,
    ...(options.resumes === true ? { oldestFirst: kept.oldestFirst } : {}),
    keepList: async (item) => {
      await keepDocument(crawl, item);
    },
    signal: options.signal,
    close: client.close,
  };
}

async function takeDocument(crawl: Crawl, item: DocumentItem): Promise<void> {
  const { run } = crawl;
  const { url, finalUrl, listingUrl } = item;
  const kept = item.provenance.fromCache ? crawl.kept.rowOf(listingUrl ?? url) : undefined;
  const fetchedId = kept?.id ?? (await keepDocument(crawl, item));
  const quoted = kept === undefined ? ((await crawl.model?.(item)) ?? null) : null;
  const rawDocumentId = quoted === null ? fetchedId : await keepDocument(crawl, quoted);
  const { bytes, contentType } = quoted ?? item;
  run.count(STAGE, "done");
  if (kept === undefined) run.count(STAGE, "bytes", bytes.byteLength);
  else {
    run.count(STAGE, "unchanged");
    noteState(crawl, item, rawDocumentId);
  }
  readDocument(crawl, {
    rawDocumentId,
    bytes,
    contentType,
    url,
    finalUrl,
    listingUrl,
    readAs: kept?.fetchedAt ?? crawl.now,
    how: kept === undefined ? "fetched" : "unchanged",
  });
}

function takeUnchanged({ run, summary }: Crawl, item: Extract<CrawlItem, { kind: "unchanged" }>): void {
  const url = item.listingUrl ?? item.url;
  run.count(STAGE, "done");
  run.count(STAGE, "unchanged");
  run.event({ kind: "item.read", stage: STAGE, reason: "unchanged", message: "not read again", url });
  summary.fine += 1;
  if (item.listingUrl === null) return;
  summary.seenUrls.add(item.listingUrl);
  summary.unreadUrls.add(item.listingUrl);
}

function takeFailure(crawl: Crawl, item: Extract<CrawlItem, { kind: "failure" }>): void {
  const { run, summary } = crawl;
  if (item.listingUrl !== null) {
    summary.unreadUrls.add(item.listingUrl);
    (item.failure === "gone" ? summary.goneUrls : summary.seenUrls).add(item.listingUrl);
  }
  if (item.failure === "not_asked") {
    crawl.notAsked.reason = item.reason;
    crawl.notAsked.urls.push(item.listingUrl ?? item.url);
    return;
  }
  noteFailure(summary, item.failure, item.reason);
  crawl.blocksInARow = item.failure === "blocked" ? crawl.blocksInARow + 1 : 0;
  if (crawl.blocksInARow >= BLOCKS_THAT_TRIP)
    summary.tripped ??= `the board blocked ${crawl.blocksInARow} requests in a row`;
  const url = item.listingUrl ?? item.url;
  run.failure({ stage: STAGE, reason: item.failure, message: item.reason, url, detail: item.provenance });
}

async function takeItem(crawl: Crawl, item: CrawlItem): Promise<void> {
  switch (item.kind) {
    case "document":
      crawl.blocksInARow = 0;
      await takeDocument(crawl, item);
      return;
    case "unchanged":
      takeUnchanged(crawl, item);
      return;
    case "failure":
      takeFailure(crawl, item);
      return;
    case "finished":
      crawl.summary.complete = item.complete;
      crawl.summary.readWhole = item.readWhole ?? item.complete;
      crawl.summary.reasons = item.reasons;
  }
}

/** Names what was on the list when the crawl ended early, many in a row of events. */
function tellNotAsked({ run, notAsked }: Crawl): void {
  const { urls, reason } = notAsked;
  if (urls.length > 0) run.count(STAGE, "not_asked", urls.length);
  for (let from = 0; from < urls.length; from += ADDRESSES_IN_EVENT) {
    const part = urls.slice(from, from + ADDRESSES_IN_EVENT);
    const message = `${part.length} adverts of the list were not asked for: ${reason}`;
    run.event({
      level: "warn",
      kind: "items.not_asked",
      stage: STAGE,
      reason: "not_asked",
      message,
      detail: { urls: part },
    });
  }
}

/** A crawl that stops on a mistake of its adapter has failed like any other: what it read is kept, and other sources go on. */
async function* withoutCrash(
  crawl: Crawl,
  items: AsyncIterable<CrawlItem>,
  signal: AbortSignal | undefined,
): AsyncGenerator<CrawlItem> {
  const { ctx, run, source, summary } = crawl;
  try {
    yield* items;
  } catch (error) {
    if (signal?.aborted === true) {
      const reasons = ["the crawl was cut off before the whole board was read"];
      yield { kind: "finished", complete: false, reasons, seen: summary.seenUrls.size };
      return;
    }
    ctx.log.error("scrape.crawl.crashed", { runId: run.runId, sourceId: source.id, error });
    const message = error instanceof AppError ? error.message : "The adapter stopped on an unexpected error.";
    noteFailure(summary, "crash", message);
    run.failure({ stage: STAGE, reason: "crash", message });
    yield { kind: "finished", complete: false, reasons: [message], seen: summary.seenUrls.size };
  }
}

/** Crawls one source and absorbs what it lists, batch by batch. What went wrong with single pages is in the run. */
export async function crawlSource(
  ctx: Context,
  run: RunRecorder,
  source: CrawlableSource,
  options: CrawlOptions = {},
): Promise<CrawlSummary> {
  const config = sourceConfig.parse(source.config);
  const intake = openIntake(ctx, run, source);
  const crawl: Crawl = {
    ...intake,
    model: createModelReader(intake, config),
    kept: createKeptPages(ctx, source.id),
    blocksInARow: 0,
    notAsked: { reason: "", urls: [] },
  };
  const context = crawlContext(crawl, config, options);
  try {
    for await (const item of withoutCrash(
      crawl,
      (options.crawl ?? crawl.adapter.crawl)(context, config),
      options.signal,
    )) {
      await takeItem(crawl, item);
      if (crawl.documents.size >= DOCUMENTS_BATCH || crawl.waiting.length >= DOCUMENTS_BATCH) await flushIntake(crawl);
      await run.progress(STAGE, crawl.summary.documents, null);
    }
  } finally {
    await context.close();
  }
  tellNotAsked(crawl);
  await flushIntake(crawl);
  return crawl.summary;
}
