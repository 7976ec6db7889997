import { z } from "zod";
import { parseFeedDate, type FeedItem } from "../parsing/read-feed";
import { lenientList, lenientText } from "../parsing/lenient-fields";
import type { Channel } from "./read-channel";

const MAX_ITEMS = 5000;

const jsonItem = z.looseObject({
  id: lenientText,
  url: lenientText,
  external_url: lenientText,
  title: lenientText,
  content_html: lenientText,
  content_text: lenientText,
  summary: lenientText,
  date_published: lenientText,
  date_modified: lenientText,
  tags: lenientList(z.string()),
  authors: lenientList(z.looseObject({ name: lenientText })),
  author: z.looseObject({ name: lenientText }).nullish().catch(null),
});

const jsonFeed = z.looseObject({
  version: z.string().regex(/jsonfeed\.org/),
  title: lenientText,
  home_page_url: lenientText,
  next_url: lenientText,
  language: lenientText,
  items: z.array(z.unknown()),
});

const STANDARD = new Set(Object.keys(jsonItem.shape));

/** Elements of an item that was taken out of its feed stand here under their own names. */
const ELEMENTS = "_elements";

/** An item's own further fields by lower-case name, those one level down by `outer.inner`. */
function extrasOf(item: Record<string, unknown>): Record<string, string> {
  const named = Object.entries(item).flatMap(([name, value]): [string, unknown][] => {
    if (STANDARD.has(name)) return [];
    const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isGroup) return [[name, value]];
    return Object.entries(value).map(([inner, held]) => [name === ELEMENTS ? inner : `${name}.${inner}`, held]);
  });
  return Object.fromEntries(
    named.flatMap(([name, value]): [string, string][] =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[name.toLowerCase(), String(value)]]
        : [],
    ),
  );
}

function toItem(value: unknown): FeedItem[] {
  const parsed = jsonItem.safeParse(value);
  if (!parsed.success) return [];
  const item = parsed.data;
  return [
    {
      title: item.title ?? null,
      link: item.url ?? item.external_url ?? null,
      guid: item.id ?? null,
      content: item.content_html ?? item.content_text ?? item.summary ?? "",
      publishedAt: parseFeedDate(item.date_published ?? item.date_modified),
      categories: item.tags,
      author: item.authors[0]?.name ?? item.author?.name ?? null,
      extra: extrasOf(item),
    },
  ];
}

/** Reads a JSON Feed (versions 1 and 1.1); null where the value is none. */
export function readJsonFeed(value: unknown): { items: FeedItem[]; channel: Channel } | null {
  const feed = jsonFeed.safeParse(value);
  if (!feed.success) return null;
  const { title, home_page_url: link, next_url: next, language, items } = feed.data;
  return {
    items: items.slice(0, MAX_ITEMS).flatMap(toItem),
    channel: { title: title ?? null, link: link ?? null, next: next ?? null, lang: language ?? null },
  };
}

/** One item as a JSON Feed of its own, read back as the same item. */
export function asSingleFeed(item: FeedItem, channel: Channel): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: channel.link,
    language: channel.lang,
    items: [
      {
        id: item.guid,
        url: item.link,
        title: item.title,
        content_html: item.content,
        date_published: item.publishedAt,
        tags: item.categories,
        authors: item.author === null ? [] : [{ name: item.author }],
        [ELEMENTS]: item.extra,
      },
    ],
  });
}
