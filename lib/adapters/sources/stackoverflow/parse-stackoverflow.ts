import { openPage, textsOf, unreadPage } from "../parsing/open-page";
import { readFeed } from "../parsing/read-feed";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readFeedItem } from "./read-stackoverflow-feed";
import { hasAdvert, readJobPage } from "./read-stackoverflow-job";
import { listRows, readRow } from "./read-stackoverflow-list";

const CLOSED =
  /no longer (available|accepting applications)|(job|listing|position) (has )?(expired|closed|been (filled|closed))/i;
const NOTICES = ".s-notice, .-expired, .job-expired, [class*='expired'], h1, h2";

/** Reads an advert's page, a page of the list, or the feed of Stack Overflow Jobs. */
export function parseStackOverflow(raw: RawInput): ParseOutcome[] {
  const feed = readFeed(raw.body);
  if (feed !== null) return feed.items.map((item) => readFeedItem(item, raw));
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const isSearch = $(".js-search-results, #index-hed, .js-job-search").length > 0 && !hasAdvert($);
  const rows = listRows($);
  if (isSearch && rows.length > 0) return rows.map((row) => readRow($, row, raw));
  if (textsOf($(NOTICES)).some((text) => CLOSED.test(text)))
    return [{ kind: "page", outcome: "expired", reason: "the page says that the job is no longer open" }];
  if (hasAdvert($) || /["']JobPosting["']/.test(raw.body)) return [readJobPage($, raw)];
  if (rows.length > 0) return rows.map((row) => readRow($, row, raw));
  if (isSearch || $(".listResults").length > 0) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
