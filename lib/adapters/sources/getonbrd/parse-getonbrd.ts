import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { dropRepeats } from "../parsing/drop-repeats";
import { openPage, textOf, unreadPage } from "../parsing/open-page";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readAnswer } from "./parse-getonbrd-answer";
import { hasAdvert, listCards, readAdvert, readCard } from "./parse-getonbrd-page";

const NO_RESULTS =
  /no (?:jobs|results) (?:found|match)|no (?:hay|encontramos|se encontraron) (?:empleos|trabajos|resultados)/i;

function parseJson(raw: RawInput): ParseOutcome[] {
  let value: unknown;
  try {
    value = JSON.parse(raw.body.replace(/^\uFEFF/, ""));
  } catch {
    return [{ kind: "page", outcome: "broken", reason: "the answer is not valid JSON" }];
  }
  return readAnswer(value, raw.sourceId) ?? [{ kind: "page", outcome: "broken", reason: "the answer has no adverts" }];
}

/** Reads an answer of Get on Board's public API, a list, and an advert's page. */
export function parseGetOnBrd(raw: RawInput): ParseOutcome[] {
  if (/^\uFEFF?\s*[[{]/.test(raw.body)) return parseJson(raw);
  const $ = openPage(raw.body);
  if ($ === null) return [{ kind: "page", outcome: "broken", reason: "the page is nested too deep" }];
  const isAdvert = hasAdvert($, raw.body);
  const cards = isAdvert ? [] : listCards($);
  if (cards.length > 0) return dropRepeats(cards.map((card) => readCard(card, raw)));
  const state = detectPageState(raw.body, 200);
  if (state.state === "expired") return [{ kind: "page", outcome: "expired", reason: state.reason }];
  if (isAdvert) return [readAdvert($, raw)];
  if (NO_RESULTS.test(textOf($("main, body"), 5000) ?? "")) return [];
  return [unreadPage(raw.body, "the page has neither an advert nor a list of them")];
}
