import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { pageUrlsOf, toHttpUrl } from "../jsonld/page-url";
import { readPage } from "../jsonld/read-page";
import { dropRepeats } from "../parsing/drop-repeats";
import { openPage, type PageQuery, textOf, unreadPage } from "../parsing/open-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf, countryOf, ELEMPLEO_BASE, ELEMPLEO_COUNTRIES } from "./elempleo-url";
import { hasAdvert, readAdvert } from "./parse-elempleo-advert";
import { type ElempleoPage, listCards, readCard } from "./parse-elempleo-card";

const NO_RESULTS = /no (?:se )?(?:encontramos|encontraron|hay|existen)[^.]{0,40}(?:ofertas|resultados|vacantes)/i;

function elempleoPage(raw: RawInput): ElempleoPage {
  const urls = pageUrlsOf(readPage(raw.body), raw.url, raw.fetchedUrl ?? null);
  const base =
    [raw.url, raw.fetchedUrl, urls.canonical, urls.og].find((url) => typeof url === "string" && URL.canParse(url)) ??
    ELEMPLEO_BASE;
  return { sourceId: raw.sourceId, base, currency: ELEMPLEO_COUNTRIES[countryOf(base)], now: raw.now };
}

function isEmptyList($: PageQuery): boolean {
  if (textOf($(".js-total-results"), 20) === "0") return true;
  return NO_RESULTS.test(textOf($(".js-results-container, .js-joboffer-result, .result-list, main, body"), 5000) ?? "");
}

/** Reads an advert's page and the pages of a list of elempleo.com. */
export function parseElempleo(raw: RawInput): ParseOutcome[] {
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const page = elempleoPage(raw);
  const cards = listCards($);
  if (cards.length > 0) return dropRepeats(cards.map((card) => readCard(card, page)));
  const state = detectPageState(raw.body, 200);
  if (state.state === "expired") return [{ kind: "page", outcome: "expired", reason: state.reason }];
  const asked = raw.url ?? raw.fetchedUrl ?? null;
  if (hasAdvert($, raw.body)) return [readAdvert($, raw.body, page, toHttpUrl(asked, null))];
  if (advertIdOf(asked) === null && isEmptyList($)) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
