import type { Span } from "@/lib/core/kernel/span";

const MARK = "…";
const BULLET = /^[•●▪◦‣∙·*–-]\s+/u;

/** The nearest space at or before `at`, not before `least`; `at` itself where the words are longer than that. */
function wordStart(text: string, at: number, least: number): number {
  for (let i = at; i > least; i -= 1) if (/\s/u.test(text.charAt(i - 1))) return i;
  return least;
}

function wordEnd(text: string, at: number, most: number): number {
  for (let i = at; i < most; i += 1) if (/\s/u.test(text.charAt(i))) return i;
  return most;
}

/**
 * The words of a span with what stands around them in the same line, cut at whole words to about `room` characters: enough to
 * see in which sense a skill is named. Cuts are marked with an ellipsis.
 */
export function quoteAround(text: string, span: Span, room = 90): string {
  const lineStart = text.lastIndexOf("\n", Math.max(0, span.start - 1)) + 1;
  const nextBreak = text.indexOf("\n", span.end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const spare = Math.max(0, room - (span.end - span.start));
  const start = Math.max(Math.min(lineStart, span.start), span.start - Math.ceil(spare / 2));
  const end = Math.min(Math.max(lineEnd, span.end), span.end + (spare - (span.start - start)));
  const from = start <= lineStart ? lineStart : wordEnd(text, start, span.start);
  const to = end >= lineEnd ? lineEnd : wordStart(text, end, span.end);
  const words = text.slice(from, to).replace(/\s+/gu, " ").trim().replace(BULLET, "");
  return `${from > lineStart ? MARK : ""}${words}${to < lineEnd ? MARK : ""}`;
}
