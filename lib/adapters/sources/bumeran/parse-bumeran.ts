import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { findNodes, isNode } from "../jsonld/json-node";
import { pageUrlsOf, toHttpUrl } from "../jsonld/page-url";
import { type JsonLdPage, readPage } from "../jsonld/read-page";
import { dropRepeats } from "../parsing/drop-repeats";
import { embeddedJson } from "../parsing/embedded-json";
import { currencyOf } from "../parsing/latam-countries";
import { openPage, type PageQuery, textOf, unreadPage } from "../parsing/open-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf, BUMERAN_SITES, siteOfHost } from "./bumeran-sites";
import { hasAdvert, readAdvert } from "./parse-bumeran-advert";
import { readAnswer } from "./parse-bumeran-answer";
import { type BumeranPage, listCards, readCard } from "./parse-bumeran-card";

const STATES = [
  "__PRELOADED_STATE__",
  "__INITIAL_STATE__",
  "__NEXT_DATA__",
  'id="__NEXT_DATA__" type="application/json">',
];
const NO_RESULTS = /^0 empleos|no (?:se )?(?:encontramos|encontraron|hay) (?:empleos|avisos|resultados|ofertas)/i;

/** The page's own address: stated, canonical, or that of the first entry of its list. */
function baseOf(data: JsonLdPage, raw: RawInput): string | null {
  const urls = pageUrlsOf(data, raw.url, raw.fetchedUrl ?? null);
  const items = data.blocks.flatMap((block) => findNodes(block, "ListItem"));
  const inList = items.map((item) => toHttpUrl(item.url ?? (isNode(item.item) ? item.item["@id"] : null), null));
  return (
    [raw.url, raw.fetchedUrl, urls.canonical, urls.og, ...inList].find(
      (url) => typeof url === "string" && URL.canParse(url),
    ) ?? null
  );
}

function parseJson(raw: RawInput): ParseOutcome[] {
  let value: unknown;
  try {
    value = JSON.parse(raw.body);
  } catch {
    return [{ kind: "page", outcome: "broken", reason: "the answer is not valid JSON" }];
  }
  const stated = raw.url ?? raw.fetchedUrl ?? null;
  const outcomes = readAnswer(
    value,
    raw.sourceId,
    stated !== null && URL.canParse(stated) ? new URL("/", stated).href : null,
  );
  return outcomes ?? [{ kind: "page", outcome: "broken", reason: "the answer is not a list of adverts" }];
}

function fromState(raw: RawInput, base: string): ParseOutcome[] {
  for (const marker of STATES) {
    const outcomes = readAnswer(embeddedJson(raw.body, marker), raw.sourceId, base);
    if (outcomes !== null && outcomes.length > 0) return outcomes;
  }
  return [];
}

/** The state in a list's page has the whole texts; the shown cards have the addresses. */
function joined(shown: readonly ParseOutcome[], held: readonly ParseOutcome[]): ParseOutcome[] {
  if (shown.length === 0) return dropRepeats(held);
  const byId = new Map(
    held.flatMap((entry) => (entry.kind === "posting" ? [[entry.posting.externalId, entry.posting]] : [])),
  );
  return dropRepeats(shown).map((outcome) => {
    const whole = outcome.kind === "posting" ? byId.get(outcome.posting.externalId) : undefined;
    if (outcome.kind !== "posting" || whole === undefined) return outcome;
    const warnings = whole.warnings.filter((warning) => !warning.startsWith("The address"));
    return { kind: "posting", posting: { ...whole, url: outcome.posting.url ?? whole.url, warnings } };
  });
}

function isEmptyList($: PageQuery, asked: string | null): boolean {
  return (
    advertIdOf(asked) === null &&
    [textOf($("h1"), 300), textOf($("h2"), 300), textOf($("#listado-avisos"), 500)].some(
      (text) => text !== null && NO_RESULTS.test(text),
    )
  );
}

/** Reads an answer of the platform's search, a list with or without its state, and an advert's page. */
export function parseBumeran(raw: RawInput): ParseOutcome[] {
  if (/^\uFEFF?\s*[[{]/.test(raw.body)) return parseJson({ ...raw, body: raw.body.replace(/^\uFEFF/, "") });
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const found = baseOf(readPage(raw.body), raw);
  const base = found ?? `https://${BUMERAN_SITES["bumeran-ar"].host}/`;
  const site = siteOfHost(new URL(base).hostname);
  const page: BumeranPage = {
    sourceId: raw.sourceId,
    base,
    currency: currencyOf(site === null ? null : BUMERAN_SITES[site].country),
    now: raw.now,
  };
  const isAdvert = hasAdvert($, raw.body);
  const cards = isAdvert ? [] : listCards($);
  const state = fromState(raw, base);
  if (cards.length > 0)
    return joined(
      cards.map((card) => readCard($, card, page)),
      state,
    );
  const verdict = detectPageState(raw.body, 200);
  if (verdict.state === "expired") return [{ kind: "page", outcome: "expired", reason: verdict.reason }];
  if (isAdvert) return [readAdvert($, raw.body, page, raw.url ?? raw.fetchedUrl ?? null)];
  if (state.length > 0) return dropRepeats(state);
  if (isEmptyList($, raw.url ?? raw.fetchedUrl ?? null)) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
