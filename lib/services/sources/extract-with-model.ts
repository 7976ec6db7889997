import { EXTRACTION_PROMPT_VERSION, extractionQuestion, MAX_PAGE_CHARS } from "@/lib/adapters/llm/extraction-prompt";
import type { Model } from "@/lib/adapters/llm/ask-model";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { EXTRACTION_TYPE, extractionDocumentOf } from "@/lib/adapters/sources/extraction/extraction-document";
import type { SourceConfig } from "@/lib/adapters/sources/source-config";
import { sha256 } from "@/lib/core/kernel/hash";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { openModel } from "@/lib/services/models/open-model";
import type { DocumentItem, Intake } from "./document-intake";

const STAGE = "scrape";

/** Reads a page that its adapter could not read; null where the page stays what it is, with the reason among the run's events. */
export type ModelReader = (item: DocumentItem) => Promise<DocumentItem | null>;

function isUnread({ adapter, source, params, now }: Intake, item: DocumentItem, body: string): boolean {
  if (!/<(?:html|body|head|!doctype html)[\s>]/i.test(body.slice(0, 5000))) return false;
  const raw = { sourceId: source.id, body, url: null, fetchedUrl: item.finalUrl, now, params: { ...params } };
  const outcomes = adapter.parse(raw);
  return outcomes.length > 0 && outcomes.every((outcome) => outcome.kind === "page" && outcome.outcome === "broken");
}

async function readPage(intake: Intake, model: Model, item: DocumentItem): Promise<DocumentItem | string | null> {
  const { text: body } = decodeBody(item.bytes, item.contentType);
  if (!isUnread(intake, item, body)) return null;
  const pageText = toCanonicalText(body, "html").text.slice(0, MAX_PAGE_CHARS);
  const reading = await model.ask(extractionQuestion(pageText, item.contentHash));
  if (reading.kind !== "answered") return reading.reason;
  const origin = { pageHash: item.contentHash, model: reading.model, promptVersion: EXTRACTION_PROMPT_VERSION };
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
  const model = config.fallback === "llm" ? openModel(intake.ctx, intake.run.runId) : null;
  if (model === null) return null;
  return async (item) => {
    const { ctx, run, source } = intake;
    try {
      const read = await readPage(intake, model, item);
      if (typeof read !== "string") return read;
      const reason = read.startsWith("unavailable") ? "unavailable" : "no_evidence";
      run.event({ level: "warn", kind: "model.not_read", stage: STAGE, reason, message: read, url: item.url });
    } catch (error) {
      ctx.log.error("scrape.model.crashed", { sourceId: source.id, url: item.url, error });
    }
    return null;
  };
}
