import { createExtractor, type ExtractionCall, type Extractor } from "@/lib/adapters/llm/create-extractor";
import { EXTRACTION_PROMPT_VERSION, MAX_PAGE_CHARS } from "@/lib/adapters/llm/extraction-prompt";
import { type ExtractionAnswer, extractionAnswer } from "@/lib/adapters/llm/extraction-schema";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { EXTRACTION_TYPE, extractionDocumentOf } from "@/lib/adapters/sources/extraction/extraction-document";
import type { SourceConfig } from "@/lib/adapters/sources/source-config";
import { hashOf, sha256 } from "@/lib/core/kernel/hash";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import type { Context } from "@/lib/services/context/context";
import type { DocumentItem, Intake } from "./document-intake";

const STAGE = "scrape";
const PURPOSE = "extraction";
/** US dollars for a million input and output tokens by the providers' price lists of 2025, an estimate. */
const USD_PER_MILLION: Readonly<Record<string, { input: number; output: number }>> = {
  "gpt-4o-mini": { input: 0.15, output: 0.6 },
  "gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, output: 0.4 },
  "gemini-2.5-flash": { input: 0.3, output: 2.5 },
  "gemini-2.5-flash-lite": { input: 0.1, output: 0.4 },
};
/** A model without a known price counts as a dear one, so that the budget holds; one's own server costs nothing. */
const UNKNOWN_PRICE = { input: 5, output: 20 };

/** Reads a page that its adapter could not read; null where the page stays what it is, with the reason among the run's events. */
export type ModelReader = (item: DocumentItem) => Promise<DocumentItem | null>;

type Reading = { kind: "answered"; answer: ExtractionAnswer } | { kind: "unavailable"; reason: string };

function costOf(ctx: Context, model: string, call: ExtractionCall): number {
  if (ctx.env.LLM_BASE_URL !== undefined) return 0;
  const price = USD_PER_MILLION[model] ?? UNKNOWN_PRICE;
  return (call.inputTokens * price.input + call.outputTokens * price.output) / 1_000_000;
}

async function record(
  { ctx, run }: Intake,
  extractor: Extractor,
  contentHash: string,
  call: ExtractionCall,
  ending: { cached: boolean; outcome: "ok" | "failed" },
): Promise<void> {
  const { provider, model } = extractor;
  await ctx.db.aiCall.create({
    data: {
      id: ctx.newId(),
      at: ctx.wallNow(),
      runId: run.runId,
      provider,
      model,
      purpose: PURPOSE,
      promptVersion: EXTRACTION_PROMPT_VERSION,
      contentHash,
      ...call,
      costUsd: (ending.cached ? 0 : costOf(ctx, model, call)).toFixed(6),
      ...ending,
    },
  });
}

/** Why no question may be asked any more; null where one may. */
async function spentBudget({ ctx, run }: Intake): Promise<string | null> {
  const asked = { purpose: PURPOSE, cached: false };
  const calls = await ctx.db.aiCall.count({ where: { ...asked, runId: run.runId } });
  if (calls >= ctx.env.LLM_MAX_CALLS_PER_RUN)
    return `unavailable: the run has asked the model ${calls} times, as often as it may`;
  const day = new Date(ctx.wallNow());
  day.setUTCHours(0, 0, 0, 0);
  const spent = await ctx.db.aiCall.aggregate({ where: { ...asked, at: { gte: day } }, _sum: { costUsd: true } });
  const isSpent = Number(spent._sum.costUsd ?? 0) >= ctx.env.LLM_DAILY_BUDGET_USD;
  return isSpent ? "unavailable: today's budget for the model is spent" : null;
}

async function ask(intake: Intake, extractor: Extractor, text: string, contentHash: string): Promise<Reading> {
  const { ctx } = intake;
  const key = hashOf([PURPOSE, extractor.provider, extractor.model, EXTRACTION_PROMPT_VERSION, contentHash]);
  const known = await ctx.db.aiAnswer.findUnique({ where: { key } });
  const kept = extractionAnswer.safeParse(known?.answer);
  if (kept.success) {
    const call = { inputTokens: 0, outputTokens: 0, latencyMs: 0 };
    await record(intake, extractor, contentHash, call, { cached: true, outcome: "ok" });
    return { kind: "answered", answer: kept.data };
  }
  const spent = await spentBudget(intake);
  if (spent !== null) return { kind: "unavailable", reason: spent };
  const extraction = await extractor.extract(text);
  const outcome = extraction.kind === "answered" ? "ok" : "failed";
  if (extraction.call !== null)
    await record(intake, extractor, contentHash, extraction.call, { cached: false, outcome });
  if (extraction.kind === "unavailable") return extraction;
  const { answer } = extraction;
  const row = { purpose: PURPOSE, promptVersion: EXTRACTION_PROMPT_VERSION, answer, createdAt: ctx.wallNow() };
  await ctx.db.aiAnswer.upsert({ where: { key }, create: { key, ...row }, update: row });
  return { kind: "answered", answer };
}

function isUnread({ adapter, source, params, now }: Intake, item: DocumentItem, body: string): boolean {
  if (!/<(?:html|body|head|!doctype html)[\s>]/i.test(body.slice(0, 5000))) return false;
  const raw = { sourceId: source.id, body, url: null, fetchedUrl: item.finalUrl, now, params: { ...params } };
  const outcomes = adapter.parse(raw);
  return outcomes.length > 0 && outcomes.every((outcome) => outcome.kind === "page" && outcome.outcome === "broken");
}

async function readPage(
  intake: Intake,
  extractor: Extractor,
  item: DocumentItem,
): Promise<DocumentItem | string | null> {
  const { text: body } = decodeBody(item.bytes, item.contentType);
  if (!isUnread(intake, item, body)) return null;
  const pageText = toCanonicalText(body, "html").text.slice(0, MAX_PAGE_CHARS);
  const reading = await ask(intake, extractor, pageText, item.contentHash);
  if (reading.kind === "unavailable") return reading.reason;
  const { model } = extractor;
  const origin = { pageHash: item.contentHash, model, promptVersion: EXTRACTION_PROMPT_VERSION };
  const document = extractionDocumentOf(pageText, reading.answer, origin);
  if (document === null) return "the model quoted no title and description that stand in the page";
  const bytes = new TextEncoder().encode(document);
  return { ...item, bytes, contentType: EXTRACTION_TYPE, charset: null, contentHash: sha256(bytes) };
}

/**
 * The reader for a source that asks for the model, where one is configured; null otherwise. What it gives is a document of quotes,
 * each of which stands in the page; it is kept and read like any other, so that a replay never asks the model.
 */
export function createModelReader(intake: Intake, config: SourceConfig): ModelReader | null {
  const extractor = config.fallback === "llm" ? createExtractor(intake.ctx.env) : null;
  if (extractor === null) return null;
  return async (item) => {
    const { ctx, run, source } = intake;
    try {
      const read = await readPage(intake, extractor, item);
      if (typeof read !== "string") return read;
      const reason = read.startsWith("unavailable") ? "unavailable" : "no_evidence";
      run.event({ level: "warn", kind: "model.not_read", stage: STAGE, reason, message: read, url: item.url });
    } catch (error) {
      ctx.log.error("scrape.model.crashed", { sourceId: source.id, url: item.url, error });
    }
    return null;
  };
}
