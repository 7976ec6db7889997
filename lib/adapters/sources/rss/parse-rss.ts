import { toHttpUrl } from "../jsonld/page-url";
import { parseJsonLdPage } from "../jsonld/parse-json-ld-page";
import { dropRepeats } from "../parsing/drop-repeats";
import { unreadPage } from "../parsing/open-page";
import { readAnswer } from "../parsing/read-answer";
import { type FeedItem, readFeed } from "../parsing/read-feed";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { type Channel, readChannel } from "./read-channel";
import { readFeedPosting } from "./read-feed-posting";
import { readJsonFeed } from "./read-json-feed";
import { rssParams } from "./rss-params";

export type ReadFeed = { items: FeedItem[]; channel: Channel; whole: boolean };

/** A feed that breaks off inside an item, closed after the last one that is whole; null where there is none. */
function closeAfterLastItem(xml: string): string | null {
  const root = /<(rss|feed|rdf:RDF)[\s>]/i.exec(xml.slice(0, 2000))?.[1];
  const end = Math.max(...["item", "ITEM", "entry"].map((tag) => xml.lastIndexOf(`</${tag}>`)));
  if (root === undefined || end < 0) return null;
  const kept = xml.slice(0, xml.indexOf(">", end) + 1);
  return /^rss$/i.test(root) ? `${kept}</channel></${root}>` : `${kept}</${root}>`;
}

function readXml(text: string): ReadFeed | null {
  const feed = readFeed(text);
  if (feed !== null) return { ...feed, channel: readChannel(text) };
  const closed = closeAfterLastItem(text);
  const rest = closed === null ? null : readFeed(closed);
  return rest === null ? null : { ...rest, whole: false, channel: readChannel(text) };
}

/** Reads a feed of any kind (RSS, RDF, Atom, JSON Feed), also a damaged one; null where the text is no feed. */
export function readAnyFeed(body: string): ReadFeed | null {
  const text = body.replace(/^\uFEFF/, "").trimStart();
  if (text.startsWith("<")) return readXml(text);
  const answer = readAnswer(text);
  const feed = answer.kind === "json" ? readJsonFeed(answer.value) : null;
  return feed === null ? null : { ...feed, whole: true };
}

/** Reads a feed, or the page of one of its items. */
export function parseRss(raw: RawInput): ParseOutcome[] {
  const feed = readAnyFeed(raw.body);
  if (feed === null) {
    const isPage = /<(?:html|body|head|!doctype html|script)[\s>]/i.test(raw.body.slice(0, 5000));
    return isPage ? parseJsonLdPage(raw) : [unreadPage(raw.body, "the answer is no feed")];
  }
  const place = {
    source: raw.sourceId,
    base: raw.url ?? raw.fetchedUrl ?? toHttpUrl(feed.channel.link, null),
    channel: feed.channel,
    params: rssParams.parse(raw.params ?? {}),
  };
  return dropRepeats(feed.items.map((item) => readFeedPosting(item, place)));
}
