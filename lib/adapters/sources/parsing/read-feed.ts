import { load } from "cheerio/slim";
import { parseFeed } from "feedsmith";
import { cutDeepMarkup } from "@/lib/adapters/http/cut-deep-markup";
import { type DomNode, textInside } from "@/lib/adapters/http/scan-page";
import { parseStatedDate } from "@/lib/core/dates/stated-date";

export type FeedItem = {
  title: string | null;
  link: string | null;
  guid: string | null;
  /** The fullest text that the item carries, as stated. */
  content: string;
  publishedAt: string | null;
  categories: string[];
  author: string | null;
  /** Plain elements of the item that belong to no known vocabulary, by lower-case name. */
  extra: Record<string, string>;
};

/** `whole` is false where the file breaks off. */
export type FeedReading = { items: FeedItem[]; whole: boolean };

const MAX_ITEMS = 5000;
const MAX_EXTRA_CHARS = 2000;

/** A feed's date as an instant where it states its zone, else as a day. */
export function parseFeedDate(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim().slice(0, 60);
  const hasZone = /\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|UTC?|GMT|[+-]\d{2}:?\d{2})$/i.test(text);
  const ms = hasZone ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? parseStatedDate(text) : (parseStatedDate(ms) ?? parseStatedDate(text));
}

function readExtras(xml: string): Record<string, string>[] {
  const $ = load(cutDeepMarkup(xml), { xml: true });
  return $("item, entry")
    .toArray()
    .slice(0, MAX_ITEMS)
    .map((item) => {
      const children: DomNode[] = item.children;
      const named = children.flatMap((child): [string, string][] => {
        const text = child.name === undefined ? "" : textInside(child, MAX_EXTRA_CHARS);
        return text === "" ? [] : [[(child.name ?? "").toLowerCase(), text.slice(0, MAX_EXTRA_CHARS)]];
      });
      return Object.fromEntries(named);
    });
}

type ParsedItem = {
  title?: string | { value?: string };
  link?: string;
  links?: { href?: string; rel?: string }[];
  id?: string;
  guid?: { value?: string };
  description?: string;
  summary?: string | { value?: string };
  content?: string | { encoded?: string; value?: string };
  pubDate?: string;
  published?: string;
  updated?: string;
  categories?: { name?: string; term?: string; label?: string }[];
  atom?: { authors?: { name?: string }[]; updated?: string };
  authors?: (string | { name?: string; email?: string })[];
  dc?: { creators?: string[] };
};

const plain = (value: string | { value?: string } | undefined) => (typeof value === "string" ? value : value?.value);

function authorOf(item: ParsedItem): string | null {
  const [first] = item.atom?.authors ?? item.authors ?? [];
  return (typeof first === "string" ? first : first?.name) ?? item.dc?.creators?.[0] ?? null;
}

function contentOf(item: ParsedItem): string {
  const { content } = item;
  const encoded = typeof content === "string" ? content : (content?.encoded ?? content?.value);
  return encoded ?? item.description ?? plain(item.summary) ?? "";
}

function toItem(item: ParsedItem, extra: Record<string, string>): FeedItem {
  const link = item.link ?? item.links?.find((entry) => (entry.rel ?? "alternate") === "alternate")?.href;
  return {
    title: plain(item.title) ?? null,
    link: link ?? null,
    guid: item.guid?.value ?? item.id ?? null,
    content: contentOf(item),
    publishedAt: parseFeedDate(item.pubDate ?? item.published ?? item.updated ?? item.atom?.updated),
    categories: (item.categories ?? []).flatMap((category) => category.name ?? category.label ?? category.term ?? []),
    author: authorOf(item),
    extra,
  };
}

function parseItems(xml: string): ParsedItem[] | null {
  try {
    const { feed } = parseFeed(xml, { maxItems: MAX_ITEMS });
    return "items" in feed ? (feed.items ?? []) : "entries" in feed ? (feed.entries ?? []) : [];
  } catch {
    return null;
  }
}

/** A feed that breaks off, cut back to its last whole item and closed. */
function closeAfterLastItem(xml: string, root: string): string {
  const tag = root.toLowerCase() === "feed" ? "entry" : "item";
  const last = xml.lastIndexOf(`</${tag}>`);
  const kept = last < 0 ? xml.slice(0, xml.search(new RegExp(`<${tag}[\\s>]`))) : xml.slice(0, last + tag.length + 3);
  return kept + (root.toLowerCase() === "rss" ? "</channel></rss>" : `</${root}>`);
}

/** Reads an RSS or Atom feed, also one that breaks off, up to its last whole item; null where the text is none. */
export function readFeed(text: string): FeedReading | null {
  const root = /<(rss|feed|rdf:RDF)[\s>]/i.exec(text.slice(0, 2000))?.[1];
  if (root === undefined) return null;
  const whole = new RegExp(`</${root}\\s*>|<${root}[^<>]*/>`, "i").test(text.slice(-500));
  const xml = whole ? text : closeAfterLastItem(text, root);
  const items = parseItems(xml);
  if (items === null) return null;
  const extras = readExtras(xml);
  const byLink = new Map(extras.map((extra) => [extra.guid ?? extra.id ?? extra.link ?? "", extra]));
  const read = items.map((item, index) => {
    const found = byLink.get(item.guid?.value ?? item.id ?? item.link ?? "");
    return toItem(item, found ?? (items.length === extras.length ? extras[index] : undefined) ?? {});
  });
  return { items: read, whole };
}
