import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { pageUrlsOf } from "../jsonld/page-url";
import { readPage } from "../jsonld/read-page";
import { dropRepeats } from "../parsing/drop-repeats";
import { currencyOf, isLatamCountry } from "../parsing/latam-countries";
import { openPage, type PageQuery, unreadPage } from "../parsing/open-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf, countryOfHost, countryOfLinks, siteOf } from "./computrabajo-url";
import { hasAdvert, readAdvert, readPanel } from "./parse-computrabajo-advert";
import { type BoardPage, listCards, readCard } from "./parse-computrabajo-card";

const NO_RESULTS =
  /no (?:se )?(?:hemos encontrado|han encontrado|encontramos|hay) (?:ninguna? )?(?:oferta|empleo|resultado)/i;

function boardPage($: PageQuery, raw: RawInput): BoardPage {
  const urls = pageUrlsOf(readPage(raw.body), raw.url, raw.fetchedUrl ?? null);
  const host = $("a.logo[href], header a[href*='computrabajo']").first().attr("href");
  const base = [raw.url, raw.fetchedUrl, urls.canonical, urls.og, host].find(
    (href) => href !== null && href !== undefined && URL.canParse(href),
  );
  const language = /^es-([a-z]{2})$/i.exec($("html").attr("lang") ?? "")?.[1]?.toLowerCase() ?? null;
  const pages = [urls.canonical, urls.og, host, base].flatMap((href) =>
    typeof href === "string" && URL.canParse(href) ? (countryOfHost(new URL(href).hostname) ?? []) : [],
  );
  const country = pages[0] ?? countryOfLinks(raw.body) ?? language;
  return {
    sourceId: raw.sourceId,
    base: base ?? siteOf(country !== null && isLatamCountry(country) ? country : "co"),
    currency: currencyOf(country),
    now: raw.now,
  };
}

/** The list's first advert is often shown whole beside it. */
function withPanel($: PageQuery, page: BoardPage, outcomes: ParseOutcome[]): ParseOutcome[] {
  const panel = readPanel($, page);
  if (panel === null) return outcomes;
  return outcomes.map((outcome) => {
    if (outcome.kind !== "posting" || outcome.posting.externalId !== panel.externalId) return outcome;
    const warnings = outcome.posting.warnings.filter((warning) => !/description/.test(warning));
    const { posting } = outcome;
    return {
      kind: "posting",
      posting: {
        ...posting,
        ...panel,
        salary: posting.salary ?? panel.salary,
        workplace: posting.workplace ?? panel.workplace,
        warnings,
      },
    };
  });
}

/** Reads an advert's page and the pages of a list, of any of the board's country sites. */
export function parseComputrabajo(raw: RawInput): ParseOutcome[] {
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const page = boardPage($, raw);
  const cards = listCards($);
  const isAdvert = hasAdvert($, raw.body);
  const asked = raw.url ?? raw.fetchedUrl ?? null;
  const askedId = advertIdOf(asked);
  if (cards.length > 0 && !isAdvert && askedId !== null && !raw.body.toUpperCase().includes(askedId))
    return [{ kind: "page", outcome: "expired", reason: "the advert's address leads to a list without it" }];
  if (cards.length > 0 && !isAdvert)
    return withPanel($, page, dropRepeats(cards.map((card) => readCard($, card, page))));
  const state = detectPageState(raw.body, 200);
  if (state.state === "expired") return [{ kind: "page", outcome: "expired", reason: state.reason }];
  if (isAdvert) return [readAdvert($, raw.body, page, raw.url ?? raw.fetchedUrl ?? null)];
  if (askedId === null && NO_RESULTS.test($("main, body").first().text().slice(0, 20_000))) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
