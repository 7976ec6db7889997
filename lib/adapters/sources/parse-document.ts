import { EXTRACTION_TYPE, parseExtraction } from "./extraction/extraction-document";
import { warnOfFuture } from "./parsing/future-date";
import type { ParseOutcome, RawInput, SourceAdapter } from "./source-adapter";

/** No board states so many adverts in one answer; a list of nothing, a megabyte of "0,", would else make an event of each. */
const MAX_OUTCOMES = 20_000;

function bounded(outcomes: ParseOutcome[]): ParseOutcome[] {
  const left = outcomes.length - MAX_OUTCOMES;
  if (left <= 0) return outcomes;
  const reason = `the document holds more than ${MAX_OUTCOMES} entries; the other ${left} were not read`;
  return [...outcomes.slice(0, MAX_OUTCOMES), { kind: "rejected", reason, warnings: [] }];
}

/** Reads a kept document with the adapter of its source, or, where it holds what a model quoted, as that. Pure, like `parse`. */
export function parseDocument(adapter: SourceAdapter, raw: RawInput, contentType: string | null): ParseOutcome[] {
  const outcomes = contentType === EXTRACTION_TYPE ? parseExtraction(raw) : adapter.parse(raw);
  return warnOfFuture(bounded(outcomes), raw.now);
}
