import { decodeEntities } from "./decode-entities";

/** Put before the text of a heading element; callers keep it out of their own text. */
export const HEADING_MARK = "\ue000";

const DROPPED = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "iframe",
  "object",
  "head",
  "title",
  "select",
]);
const PARAGRAPHS = new Set(
  "p ul ol dl table blockquote pre section article header footer main aside form figure".split(" "),
);
const LINES = new Set(
  "div br tr hr dt dd option address nav fieldset legend caption thead tbody summary details figcaption".split(" "),
);
const HEADING = /^h[1-6]$/u;
const TAG_START = /<(?:\/?[a-zA-Z]|[!?])/gu;

/** The offset behind the `>` that closes the tag opened at `from`, quotes respected; the end of the text where none does. */
function tagEnd(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === ">") return at + 1;
    else if ((sign === '"' || sign === "'") && html.charAt(at - 1) === "=") quote = sign;
  }
  return html.length;
}

function breakFor(name: string, isClosing: boolean): string {
  if (name === "li") return isClosing ? "\n" : "\n• ";
  if (HEADING.test(name)) return isClosing ? "\n" : `\n\n${HEADING_MARK}`;
  if (PARAGRAPHS.has(name)) return "\n\n";
  if (LINES.has(name)) return "\n";
  return name === "td" || name === "th" ? " " : "";
}

function textOf(html: string): string {
  return decodeEntities(html.replace(/\s+/gu, " ")).replaceAll(HEADING_MARK, "");
}

/** The offset at which reading goes on after the markup at `open`, and what stands for it. */
function skipMarkup(html: string, lower: string, open: number): { next: number; text: string } {
  if (html.startsWith("<!--", open)) {
    const close = html.indexOf("-->", open + 4);
    return { next: close < 0 ? html.length : close + 3, text: "" };
  }
  const next = tagEnd(html, open + 1);
  const isClosing = html.charAt(open + 1) === "/";
  const name = /^[a-z][a-z0-9]*/u.exec(lower.slice(open + (isClosing ? 2 : 1), open + 20))?.[0] ?? "";
  if (!isClosing && DROPPED.has(name) && html.charAt(next - 2) !== "/") {
    const close = lower.indexOf(`</${name}`, next);
    return { next: close < 0 ? html.length : tagEnd(html, close + 1), text: " " };
  }
  return { next, text: breakFor(name, isClosing) };
}

/**
 * The text of an HTML fragment with its lines: blocks and `<br>` break, list items start with "• ", headings with
 * HEADING_MARK, scripts and the like are left out. One pass without recursion, so that nesting costs nothing; null where
 * there is no markup at all.
 */
export function flattenHtml(html: string): string | null {
  const lower = html.toLowerCase().length === html.length ? html.toLowerCase() : html;
  const pieces: string[] = [];
  let at = 0;
  let tags = 0;
  TAG_START.lastIndex = 0;
  for (let open = TAG_START.exec(html); open !== null; open = TAG_START.exec(html)) {
    tags += 1;
    pieces.push(textOf(html.slice(at, open.index)));
    const skipped = skipMarkup(html, lower, open.index);
    pieces.push(skipped.text);
    at = skipped.next;
    TAG_START.lastIndex = at;
  }
  if (tags === 0) return null;
  pieces.push(textOf(html.slice(at)));
  const text = pieces.join("").replace(/• *(?:\n[ \n]*)(?!•)/gu, "• ");
  return text.replace(/\n[ \n]*(?=• )/gu, "\n");
}
