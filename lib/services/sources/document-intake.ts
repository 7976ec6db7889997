import { createHash } from "node:crypto";
import { writeRows } from "@/lib/adapters/db/write-rows";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { parseDocument } from "@/lib/adapters/sources/parse-document";
import type { CrawlItem, ParseOutcome, SourceAdapter } from "@/lib/adapters/sources/source-adapter";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { type PreparedAdvert, prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import type { Context } from "@/lib/services/context/context";
import { ABSORB_BATCH, absorbBatch } from "@/lib/services/postings/absorb-batch";
import type { DocumentOrigin, RunRecorder } from "@/lib/services/runs/run-recorder";
import { type CrawlSummary, noteFailure } from "./crawl-summary";

const STAGE = "scrape";
/** Documents written at once; a crawl that is cut off loses at most so many. */
export const DOCUMENTS_BATCH = 60;
const FETCH_STATE_CHANGES = ["etag", "lastModified", "rawDocumentId", "fetchedAt"];

export type DocumentItem = Extract<CrawlItem, { kind: "document" }>;

/** A body that a crawl or a snapshot reads, with the row that keeps it. */
export type ReadableDocument = {
  rawDocumentId: string;
  bytes: Uint8Array;
  contentType: string | null;
  /** Where it was asked for, and where the answer came from after redirects. */
  url: string;
  finalUrl: string;
  listingUrl: string | null;
  /** The instant that its relative dates count from. */
  readAs: Date;
  how: DocumentOrigin;
};

export type Intake = {
  ctx: Context;
  run: RunRecorder;
  source: { id: string; isDemo: boolean };
  adapter: SourceAdapter;
  /** The source's own parameters, by which adapters with a mapping read. */
  params: Readonly<Record<string, unknown>>;
  now: Date;
  summary: CrawlSummary;
  waiting: PreparedAdvert[];
  documents: Map<string, Record<string, unknown>>;
  states: Map<string, Record<string, unknown>>;
};

export function urlHash(url: string): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 32);
}

/** Where a kept document was answered from, after redirects. */
export function finalUrlOf(provenance: unknown, url: string): string {
  const known = typeof provenance === "object" && provenance !== null && "finalUrl" in provenance;
  return known && typeof provenance.finalUrl === "string" ? provenance.finalUrl : url;
}

/** Remembers what a page's server said, for asking conditionally next time. */
export function noteState(intake: Intake, item: DocumentItem, rawDocumentId: string): void {
  const url = item.listingUrl ?? item.url;
  intake.states.set(urlHash(url), {
    sourceId: intake.source.id,
    urlHash: urlHash(url),
    url,
    etag: item.etag,
    lastModified: item.lastModified,
    rawDocumentId,
    fetchedAt: intake.now,
  });
}

/** Keeps the bytes at once and remembers the row; rows are written in batches, before the adverts that name them. */
export async function keepDocument(intake: Intake, item: DocumentItem): Promise<string> {
  const { ctx, source, now } = intake;
  const contentHash = await ctx.raw.put(item.bytes);
  const id = derivedId("raw", source.id, item.url, contentHash);
  const redirected = item.finalUrl === item.url ? {} : { finalUrl: item.finalUrl };
  intake.documents.set(id, {
    id,
    sourceId: source.id,
    url: item.url,
    fetchedAt: now,
    status: item.provenance.status,
    contentType: item.contentType,
    contentHash,
    bytes: item.bytes.byteLength,
    provenance: { ...item.provenance, ...redirected },
    purgedAt: null,
  });
  noteState(intake, item, id);
  return id;
}

/** Writes what was taken so far: documents, what their servers said for next time, and the adverts in them. */
export async function flushIntake(intake: Intake): Promise<void> {
  const { ctx, run, now } = intake;
  await writeRows(ctx.db, "RawDocument", [...intake.documents.values()], { key: ["id"], update: ["purgedAt"] });
  intake.documents.clear();
  // One document can hold thousands of adverts; each transaction takes its part.
  while (intake.waiting.length > 0) await absorbBatch(ctx, run, intake.waiting.splice(0, ABSORB_BATCH), now);
  await writeRows(ctx.db, "FetchState", [...intake.states.values()], {
    key: ["sourceId", "urlHash"],
    update: FETCH_STATE_CHANGES,
  });
  intake.states.clear();
}

/** What a page is that holds no advert; a shell is named apart, for a browser could read it. */
export function pageFailure(
  outcome: Extract<ParseOutcome, { kind: "page" }>,
  body: string,
): { reason: string; message: string } {
  const shell = outcome.outcome === "broken" && detectPageState(body, 200).state === "empty_shell";
  return { reason: shell ? "empty_shell" : outcome.outcome, message: outcome.reason };
}

function takeFailed(
  { run, summary }: Intake,
  document: ReadableDocument,
  failure: { reason: string; message: string; detail?: unknown },
): void {
  const url = document.listingUrl ?? document.url;
  noteFailure(summary, failure.reason, failure.message);
  if (document.listingUrl !== null) summary.unreadUrls.add(document.listingUrl);
  run.failure({ stage: STAGE, url, ...failure, found: { document: document.rawDocumentId, locator: null } });
}

function takeOutcomes(
  intake: Intake,
  document: ReadableDocument,
  outcomes: readonly ParseOutcome[],
  body: string,
): number {
  const { source, summary } = intake;
  let adverts = 0;
  outcomes.forEach((outcome, index) => {
    switch (outcome.kind) {
      case "posting":
        adverts += 1;
        intake.waiting.push(
          prepareAdvert(outcome.posting, {
            sourceId: source.id,
            isDemo: source.isDemo,
            rawDocumentId: document.rawDocumentId,
            rawLocator: outcomes.length > 1 ? String(index) : null,
          }),
        );
        return;
      case "rejected":
        takeFailed(intake, document, {
          reason: "rejected",
          message: outcome.reason,
          detail: { warnings: outcome.warnings },
        });
        return;
      case "page":
        if (outcome.outcome === "expired") summary.goneUrls.add(document.listingUrl ?? document.url);
        takeFailed(intake, document, pageFailure(outcome, body));
    }
  });
  summary.adverts += adverts;
  return adverts;
}

/** Reads one document with its adapter: every outcome is an advert, or a named failure; a page that is fine without adverts is said to be so. */
export function readDocument(intake: Intake, document: ReadableDocument): void {
  const { run, summary, adapter, source } = intake;
  const { bytes, contentType, listingUrl, how } = document;
  summary.documents += 1;
  const { rawDocumentId, readAs } = document;
  run.document({ sourceId: source.id, rawDocumentId, listingUrl, how, readAs });
  if (listingUrl !== null) summary.seenUrls.add(listingUrl);
  const { text: body } = decodeBody(bytes, contentType);
  let outcomes: ParseOutcome[];
  try {
    const raw = {
      sourceId: source.id,
      body,
      url: null,
      fetchedUrl: document.finalUrl,
      now: document.readAs,
      params: { ...intake.params },
    };
    outcomes = parseDocument(adapter, raw, contentType);
  } catch (error) {
    intake.ctx.log.error("scrape.parse.crashed", { sourceId: source.id, url: document.url, error });
    takeFailed(intake, document, { reason: "crash", message: "The page could not be read." });
    return;
  }
  const adverts = takeOutcomes(intake, document, outcomes, body);
  if (outcomes.length === 0) summary.fine += 1;
  if (outcomes.length > 0 && adverts === 0) return;
  run.event({
    kind: "item.read",
    stage: STAGE,
    reason: how,
    message: adverts === 1 ? "1 advert" : `${adverts} adverts`,
    url: listingUrl ?? document.url,
    detail: { rawDocumentId: document.rawDocumentId, adverts },
  });
}
