import { toHttpUrl } from "../jsonld/page-url";
import { readPage } from "../jsonld/read-page";
import { embeddedJson } from "../parsing/embedded-json";
import { openPage, textOf, unreadPage } from "../parsing/open-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { INDEED_BASE } from "./indeed-fields";
import { indeedCards, indeedJob } from "./indeed-schema";
import { hasShownAdvert, readIndeedJob } from "./read-indeed-job";
import { readDataCard, readShownCard, shownCards } from "./read-indeed-list";

const EXPIRED =
  /this job has expired|esta (?:oferta|vacante) ha (?:caducado|expirado)|este empleo ha (?:caducado|expirado)/i;
const NOTICES = ".jobsearch-JobInfoHeader-expiredHeader, [class*='expired'], h1, h2, h3";

/** The first whole statement in the page's scripts of one of these names. */
function dataOf(html: string, markers: readonly string[]): unknown {
  for (const marker of markers) {
    const value = embeddedJson(html, marker);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Reads a saved search page or a saved advert page. */
export function parseIndeed(raw: RawInput): ParseOutcome[] {
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const page = readPage(raw.body);
  const hrefs = [raw.url, page.canonical, page.ogUrl, raw.fetchedUrl ?? null];
  const base = hrefs.flatMap((href) => toHttpUrl(href, null) ?? [])[0] ?? INDEED_BASE;
  const own = indeedJob.safeParse(dataOf(raw.body, ["window._initialData=", "window._initialData ="]));
  const hasPosting = page.blocks.length > 0 && /["']JobPosting["']/.test(raw.body);
  const isAdvert = own.success || hasPosting || hasShownAdvert($);
  if (isAdvert && EXPIRED.test(textOf($(NOTICES), 200) ?? ""))
    return [{ kind: "page", outcome: "expired", reason: "the page says that the job has expired" }];
  if (isAdvert) return [readIndeedJob($, page, own.success ? own.data : null, raw, base)];
  const cards = indeedCards.safeParse(
    dataOf(raw.body, [
      'window.mosaic.providerData["mosaic-provider-jobcards"]',
      "window.mosaic.providerData['mosaic-provider-jobcards']",
    ]),
  );
  if (cards.success)
    return cards.data.metaData.mosaicProviderJobCardsModel.results.map((row) => readDataCard(row, raw, base));
  const shown = shownCards($);
  if (shown.length > 0) return shown.map((card) => readShownCard(card, raw, base));
  if ($("#mosaic-provider-jobcards, .jobsearch-NoResult-messageContainer, .no_results").length > 0) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
