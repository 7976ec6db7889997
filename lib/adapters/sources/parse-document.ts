import { EXTRACTION_TYPE, parseExtraction } from "./extraction/extraction-document";
import { warnOfFuture } from "./parsing/future-date";
import type { ParseOutcome, RawInput, SourceAdapter } from "./source-adapter";

/** Reads a kept document with the adapter of its source, or, where it holds what a model quoted, as that. Pure, like `parse`. */
export function parseDocument(adapter: SourceAdapter, raw: RawInput, contentType: string | null): ParseOutcome[] {
  const outcomes = contentType === EXTRACTION_TYPE ? parseExtraction(raw) : adapter.parse(raw);
  return warnOfFuture(outcomes, raw.now);
}
