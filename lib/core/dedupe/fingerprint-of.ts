import { companyKey } from "@/lib/core/companies/company-key";
import { foldText } from "@/lib/core/kernel/fold";
import type { Seniority } from "@/lib/core/postings/posting-fields";
import type { Field } from "@/lib/core/postings/find-phrases";
import { readSeniority } from "@/lib/core/postings/read-seniority";
import { canonicalUrl } from "./canonical-url";
import type { DedupeInput, Fingerprint } from "./dedupe-types";
import { foldPlaces } from "./fold-places";
import { foldTitle } from "./fold-title";
import { numericLines, readFigures } from "./read-figures";
import { readRequisitions } from "./read-requisitions";
import { scanText } from "./scan-text";
import { CUE, type ScannedText } from "./scanned-text";
import { stripBoilerplate, withoutCriteria } from "./strip-boilerplate";
import { bandKeys } from "./text-bands";
import { shinglesOf, wordHash, wordHashes } from "./text-shingles";

/** "experto/a", "vendedores/as", and words that the next one's first letter decides ("y/e", "o/u"): how it is said, not what. */
const ENDINGS = ["a", "as", "e", "o", "os", "u", "y"].map(wordHash);
const EMPTY: Field = { field: "title", text: "", fold: foldText("") };

function asField(field: Field["field"], text: string): Field {
  return { field, text, fold: foldText(text) };
}

/** A text that is folded already; where in the original its words stand nobody asks. */
function foldedField({ folded }: ScannedText): Field {
  return { field: "text", text: folded, fold: { folded, starts: null, length: folded.length } };
}

function levelOf(title: Field, text: Field): Seniority | null {
  return readSeniority(title, text)?.value ?? null;
}

/** Levels of titles met so far: boards repeat their titles, and finding a level costs as much as hashing a text. */
const TITLE_LEVELS = new Map<string, Seniority | null>();
const MOST_TITLES = 10_000;

function levelOfTitle(title: Field): Seniority | null {
  const known = TITLE_LEVELS.get(title.text);
  if (known !== undefined) return known;
  if (TITLE_LEVELS.size >= MOST_TITLES) TITLE_LEVELS.clear();
  const level = levelOf(title, EMPTY);
  TITLE_LEVELS.set(title.text, level);
  return level;
}

function exactKeys(print: Omit<Fingerprint, "keys">): string[] {
  const { sourceId, externalId, url, applyUrl, company, title, places, requisitions } = print;
  const named = title.join(" ");
  const keys: string[] = [];
  if (externalId !== null) keys.push(`i:${sourceId}\u001f${externalId}`);
  if (url !== null) keys.push(`u:${url}`);
  if (applyUrl !== null) keys.push(`u:${applyUrl}`);
  if (company !== "" && named !== "") {
    keys.push(`t:${company}\u001f${named}`);
    // "Vaco" and "Vaco Technology" meet here.
    keys.push(`h:${company.split(" ", 1)[0] ?? ""}\u001f${named}`);
  }
  if (named !== "") for (const place of places) keys.push(`p:${place}\u001f${named}`);
  if (company !== "") for (const code of requisitions) keys.push(`r:${company}\u001f${code}`);
  return keys;
}

/**
 * What a listing is compared by: folded title, employer and places, level, numbers and figures, and the shingles of its text without
 * boilerplate and place names. Pure; the cost is linear in the text, and the size bounded.
 */
export function fingerprintOf(advert: DedupeInput): Fingerprint {
  const company = companyKey(advert.company);
  const places = foldPlaces(advert.location);
  const placeWords = new Set(places.words);
  const title = asField("title", advert.title);
  const text = scanText(withoutCriteria(advert.text));
  const seniority = levelOfTitle(title);
  const told = foldTitle(advert.title, { company, placeWords });
  const core = wordHashes(stripBoilerplate(text), new Set([...ENDINGS, ...places.words.map(wordHash)]));
  const { shingles, sampled } = shinglesOf(core);
  const print = {
    id: advert.id,
    sourceId: advert.sourceId,
    externalId: advert.externalId,
    url: canonicalUrl(advert.url),
    applyUrl: canonicalUrl(advert.applyUrl),
    title: told.words,
    company,
    places: places.names,
    areas: places.areas,
    placeWords: places.words,
    isRemote: advert.workplace === "remote" || places.isRemote,
    seniority,
    textSeniority: seniority === null && (text.cues & CUE.level) !== 0 ? levelOf(EMPTY, foldedField(text)) : null,
    grades: told.grades,
    requisitions: readRequisitions(`${title.fold.folded}\n${numericLines(text).text}`),
    terms: told.terms,
    figures: readFigures(text),
    lang: advert.lang ?? "und",
    length: core.length,
    textHash: text.textHash,
    shingles,
    sampled,
  };
  const content = print.length === 0 ? [] : [`x:${print.textHash}`];
  return { ...print, keys: [...new Set([...exactKeys(print), ...content, ...bandKeys(shingles)])] };
}
