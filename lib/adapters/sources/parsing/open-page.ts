import type { CheerioAPI } from "cheerio/slim";
import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { loadPage } from "@/lib/adapters/http/load-page";
import { type DomNode, textInside } from "@/lib/adapters/http/scan-page";
import type { ParseOutcome } from "../source-adapter";

export type PageQuery = CheerioAPI;
export type PageNodes = ReturnType<CheerioAPI>;

/** Real pages nest some dozens of elements; queries and serialising recurse, so that a deeper page is not opened. */
const MAX_DEPTH = 400;

function isTooDeep(root: DomNode): boolean {
  const stack = [{ node: root, depth: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (item.depth > MAX_DEPTH) return true;
    for (const child of item.node.children ?? []) stack.push({ node: child, depth: item.depth + 1 });
  }
  return false;
}

/** A page ready for queries by selector; null where it nests deeper than any real page. */
export function openPage(html: string): PageQuery | null {
  const $ = loadPage(html);
  return $.root()
    .toArray()
    .some((root: DomNode) => isTooDeep(root))
    ? null
    : $;
}

/** The text of the first of these elements that has any, white space collapsed; null where none has. */
export function textOf(nodes: PageNodes, maxLength = 500): string | null {
  for (const node of nodes.toArray()) {
    const text = textInside(node, maxLength).slice(0, maxLength).trim();
    if (text !== "") return text;
  }
  return null;
}

/** The texts of all these elements, without the empty ones and repeats. */
export function textsOf(nodes: PageNodes, maxLength = 200): string[] {
  const texts = nodes.toArray().map((node: DomNode) => textInside(node, maxLength).slice(0, maxLength).trim());
  return [...new Set(texts)].filter((text) => text !== "");
}

/** The markup inside the first element with text that one of the selectors finds; earlier selectors are preferred. */
export function markupOf($: PageQuery, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const nodes = $(selector);
    for (let index = 0; index < nodes.length; index += 1) {
      const node = nodes.eq(index);
      if (textOf(node, 10) !== null) return node.html()?.trim() ?? null;
    }
  }
  return null;
}

/** What a page without adverts is instead: blocked, expired, or broken for the reason given. */
export function unreadPage(html: string, reason: string): ParseOutcome {
  const state = detectPageState(html, 200);
  if (state.state === "blocked" || state.state === "captcha" || state.state === "login_wall")
    return { kind: "page", outcome: "blocked", reason: state.reason };
  if (state.state === "expired") return { kind: "page", outcome: "expired", reason: state.reason };
  return { kind: "page", outcome: "broken", reason: state.state === "ok" ? reason : state.reason };
}
