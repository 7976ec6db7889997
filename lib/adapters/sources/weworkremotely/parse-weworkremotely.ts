import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { openPage, unreadPage } from "../parsing/open-page";
import { readFeed } from "../parsing/read-feed";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readFeedItem } from "./read-weworkremotely-feed";
import { hasAdvert, readJobPage } from "./read-weworkremotely-job";
import { baseOf, listRows, readRow } from "./read-weworkremotely-list";

/** Reads a feed, an advert's page, or a list of adverts. */
export function parseWeWorkRemotely(raw: RawInput): ParseOutcome[] {
  const feed = readFeed(raw.body);
  if (feed !== null) return feed.items.map((item) => readFeedItem(item, raw));
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const state = detectPageState(raw.body, 200);
  if (state.state !== "ok" && state.state !== "empty_shell") return [unreadPage(raw.body, state.reason)];
  if (hasAdvert($) || /["']JobPosting["']/.test(raw.body)) return [readJobPage($, raw)];
  const rows = listRows($, baseOf(raw));
  if (rows.length > 0) return rows.map((entry) => readRow(entry, raw));
  if ($("section.jobs, #job_list, .jobs-container").length > 0) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
