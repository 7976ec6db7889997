import { decodeBody } from "@/lib/adapters/http/decode-body";
import type { FetchedDocument } from "./crawl-board";
import type { ParseOutcome, RawInput } from "./source-adapter";

/** The text of a page of a board's list, and what the board's own parser finds in it; a string says what the page is instead. */
export function parseListPage(
  item: FetchedDocument,
  sourceId: string,
  parse: (raw: RawInput) => readonly ParseOutcome[],
): { body: string; outcomes: readonly ParseOutcome[] } | string {
  const body = decodeBody(item.bytes, item.contentType).text;
  const outcomes = parse({ sourceId, body, url: item.finalUrl, now: item.fetchedAt });
  const [first] = outcomes;
  return first?.kind === "page" ? first.reason : { body, outcomes };
}
