import { decodeBody } from "@/lib/adapters/http/decode-body";
import { parseDocument } from "@/lib/adapters/sources/parse-document";
import { findAdapter } from "@/lib/adapters/sources/registry";
import type { ParseOutcome } from "@/lib/adapters/sources/source-adapter";
import { type PreparedAdvert, prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import { finalUrlOf, pageFailure } from "@/lib/services/sources/document-intake";

/** What is known of a raw document for reading it again. */
export type KeptDocument = {
  id: string;
  sourceId: string;
  isDemo: boolean;
  adapter: string;
  params: Readonly<Record<string, unknown>>;
  url: string;
  contentType: string | null;
  provenance: unknown;
  /** The instant that its relative dates count from. */
  readAs: Date;
};

/** What one place in a document gives: an advert, or the reason why there is none. */
export type ReadAgain =
  | { kind: "advert"; advert: PreparedAdvert }
  | { kind: "failure"; locator: string | null; reason: string };

function outcomesOf(document: KeptDocument, body: string): ParseOutcome[] | null {
  const adapter = findAdapter(document.adapter)?.adapter;
  if (adapter === undefined || adapter === null) return null;
  const { sourceId, params, readAs: now } = document;
  const fetchedUrl = finalUrlOf(document.provenance, document.url);
  try {
    const raw = { sourceId, body, url: null, fetchedUrl, now, params: { ...params } };
    return parseDocument(adapter, raw, document.contentType);
  } catch {
    return null;
  }
}

/** Reads a fetched document as the crawl did, from its bytes alone. */
export function readAgain(document: KeptDocument, bytes: Uint8Array): ReadAgain[] {
  const { text: body } = decodeBody(bytes, document.contentType);
  const outcomes = outcomesOf(document, body);
  if (outcomes === null) return [{ kind: "failure", locator: null, reason: "crash" }];
  const { sourceId, isDemo, id: rawDocumentId } = document;
  return outcomes.map((outcome, index): ReadAgain => {
    switch (outcome.kind) {
      case "posting": {
        const rawLocator = outcomes.length > 1 ? String(index) : null;
        const origin = { sourceId, isDemo, rawDocumentId, rawLocator };
        return { kind: "advert", advert: prepareAdvert(outcome.posting, origin) };
      }
      case "rejected":
        return { kind: "failure", locator: null, reason: "rejected" };
      case "page":
        return { kind: "failure", locator: null, reason: pageFailure(outcome, body).reason };
    }
  });
}
