import { load } from "cheerio/slim";
import { type DomNode, textInside } from "@/lib/adapters/http/scan-page";

/** What a feed says of itself. */
export type Channel = { title: string | null; link: string | null; next: string | null; lang: string | null };

const MAX_HEAD_CHARS = 20_000;
const MAX_NODES = 2000;

/** Reads what an RSS or Atom feed says of itself before its first item. */
export function readChannel(xml: string): Channel {
  const first = xml.search(/<(?:item|entry)[\s>]/i);
  const head = xml.slice(0, Math.min(first < 0 ? xml.length : first, MAX_HEAD_CHARS));
  const channel: Channel = { title: null, link: null, next: null, lang: null };
  const stack: DomNode[] = [...load(head, { xml: true }).root().toArray()];
  for (let node = stack.pop(), seen = 0; node !== undefined && seen < MAX_NODES; node = stack.pop(), seen += 1) {
    const name = (node.name ?? "").toLowerCase();
    const element = node;
    const text = () => textInside(element, 300) || null;
    const { rel = "", href = null, "xml:lang": lang = null } = node.attribs ?? {};
    channel.lang ??= lang;
    if (name === "title") channel.title ??= text();
    else if (name === "language" || name === "dc:language") channel.lang ??= text();
    else if (name.endsWith("link") && rel === "next") channel.next ??= href;
    else if (name === "link" && (rel === "" || rel === "alternate")) channel.link ??= href ?? text();
    else if (name !== "image") stack.push(...[...(node.children ?? [])].reverse());
  }
  return channel;
}
