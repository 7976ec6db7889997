import { dropRepeats } from "../parsing/drop-repeats";
import { openPage, type PageQuery, textOf, unreadPage } from "../parsing/open-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf } from "./linkedin-url";
import { listCards, readCard } from "./parse-linkedin-card";
import { CLOSED_WORDS, hasAdvert, hasData, isClosed, readLinkedInJob } from "./parse-linkedin-job";

/** The page to which the board leads on from an advert that is no more. */
const EXPIRED_ADDRESS = /expired_jd_redirect|trk=[^&]*expired/;
const LIST = ".jobs-search__results-list, .two-pane-serp-page__results-list";

const CLOSED_OUTCOME: ParseOutcome = {
  kind: "page",
  outcome: "expired",
  reason: "the advert takes no more applications",
};

/** Whether a page with cards is that of an advert that is over, whose name for its own title is not known: the notice stands apart from the cards. */
function saysClosed($: PageQuery): boolean {
  const own = $('link[rel="canonical"], meta[property="og:url"]').first();
  if (advertIdOf(own.attr("href") ?? own.attr("content") ?? null) === null) return false;
  return $("figcaption, [role=alert]")
    .toArray()
    .map((node) => $(node))
    .some((node) => node.closest("li").length === 0 && CLOSED_WORDS.test(textOf(node, 200) ?? ""));
}

/** The board answers with nothing, or with empty comments, where a search has no further adverts. */
function isEmptyFragment(body: string): boolean {
  return (
    body.length < 2000 &&
    body
      .replace(/<!--[^>]*-->|<!doctype[^>]*>/gi, "")
      .replace(/<\/?(?:html|head|body|ul)>/gi, "")
      .trim() === ""
  );
}

/** Reads an advert's page or fragment, and the fragments and pages of a search. */
export function parseLinkedIn(raw: RawInput): ParseOutcome[] {
  const asked = raw.url ?? raw.fetchedUrl ?? "";
  if (EXPIRED_ADDRESS.test(raw.fetchedUrl ?? asked))
    return [{ kind: "page", outcome: "expired", reason: "the advert leads on to a search" }];
  if (isEmptyFragment(raw.body)) {
    if (advertIdOf(asked) === null) return [];
    return [{ kind: "page", outcome: "broken", reason: "the advert's page is empty" }];
  }
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const cards = listCards($);
  const isAdvert = hasAdvert($) || hasData(raw.body);
  const isList = cards.length > 0 && ($(LIST).length > 0 || !isAdvert);
  if (isList && saysClosed($)) return [CLOSED_OUTCOME];
  if (isList) return dropRepeats(cards.map((card) => readCard(card, raw)));
  if (isClosed($)) return [CLOSED_OUTCOME];
  if (isAdvert) return [readLinkedInJob($, raw)];
  if ($('.no-results, [class*="no-results"]').length > 0) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
