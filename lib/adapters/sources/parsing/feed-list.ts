import type { ListReading } from "../crawl-board";
import { readFeed } from "./read-feed";

/** A feed as a page of a board's list that carries its adverts itself; null where the body is no feed. */
export function readFeedList(body: string, url: string): ListReading | null {
  const feed = readFeed(body);
  if (feed === null) return null;
  const reasons = feed.whole ? [] : [`the feed ${url} breaks off`];
  return { details: [], further: [], carriesAdverts: true, adverts: feed.items.length, reasons };
}
