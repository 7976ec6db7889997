import { loadPage } from "@/lib/adapters/http/load-page";
import { type DomNode, textInside } from "@/lib/adapters/http/scan-page";
import { parseLenientJson } from "./repair-json";

export type JsonLdPage = {
  blocks: unknown[];
  /** Blocks that could not be read, with whether they speak of a JobPosting. */
  brokenBlocks: { reason: string; mentionsPosting: boolean }[];
  repairedBlocks: number;
  canonical: string | null;
  ogUrl: string | null;
  baseHref: string | null;
  heading: string | null;
  /** Links with their text, `rel` and target, in document order. */
  links: { href: string; rel: string; text: string }[];
};

const MAX_LINKS = 5000;

function rawScript(node: DomNode): string {
  return (node.children ?? []).map((child) => child.data ?? "").join("");
}

function readBlock(text: string, page: JsonLdPage): void {
  const reading = parseLenientJson(text);
  if (reading.kind === "broken") {
    if (text.trim() !== "")
      page.brokenBlocks.push({ reason: reading.reason, mentionsPosting: text.includes("JobPosting") });
    return;
  }
  if (reading.repaired) page.repairedBlocks += 1;
  // Some templates write their JSON as a string of JSON.
  const inner = typeof reading.value === "string" ? parseLenientJson(reading.value) : reading;
  page.blocks.push(inner.kind === "ok" ? inner.value : reading.value);
}

function readElement(node: DomNode, page: JsonLdPage): void {
  const attribs = node.attribs ?? {};
  const rel = (attribs.rel ?? "").toLowerCase();
  switch (node.name ?? "") {
    case "script":
      if (/ld\+json/i.test(attribs.type ?? "")) readBlock(rawScript(node), page);
      break;
    case "base":
      page.baseHref ??= attribs.href ?? null;
      break;
    case "meta":
      if (attribs.property === "og:url" || attribs.name === "og:url") page.ogUrl ??= attribs.content ?? null;
      break;
    case "h1":
      page.heading ??= textInside(node, 300);
      break;
    case "link":
      if (rel.split(/\s+/).includes("canonical")) page.canonical ??= attribs.href ?? null;
      if (rel.split(/\s+/).includes("next") && attribs.href !== undefined)
        page.links.push({ href: attribs.href, rel, text: "" });
      break;
    case "a":
      if (attribs.href !== undefined && page.links.length < MAX_LINKS)
        page.links.push({ href: attribs.href, rel, text: textInside(node, 120) });
      break;
  }
}

/** Reads what a page says in links, meta tags and JSON-LD, in one walk without recursion. */
export function readPage(html: string): JsonLdPage {
  const page: JsonLdPage = {
    blocks: [],
    brokenBlocks: [],
    repairedBlocks: 0,
    canonical: null,
    ogUrl: null,
    baseHref: null,
    heading: null,
    links: [],
  };
  if (/^\s*[[{]/.test(html)) {
    readBlock(html, page);
    return page;
  }
  const stack: DomNode[] = [...loadPage(html).root().toArray()];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    readElement(node, page);
    const children = node.children ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return page;
}
