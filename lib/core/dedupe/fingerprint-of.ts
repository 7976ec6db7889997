import { companyKey } from "@/lib/core/companies/company-key";
import { foldText } from "@/lib/core/kernel/fold";
import { sha256 } from "@/lib/core/kernel/hash";
import type { Seniority } from "@/lib/core/postings/posting-fields";
import type { Field } from "@/lib/core/postings/find-phrases";
import { readSeniority } from "@/lib/core/postings/read-seniority";
import { canonicalUrl } from "./canonical-url";
import type { DedupeInput, Fingerprint } from "./dedupe-types";
import { foldPlaces } from "./fold-places";
import { foldTitle } from "./fold-title";
import { numericLines, readFigures } from "./read-figures";
import { readRequisitions } from "./read-requisitions";
import { stripBoilerplate, withoutCriteria } from "./strip-boilerplate";
import { bandKeys } from "./text-bands";
import { shinglesOf, wordHash, wordHashes } from "./text-shingles";

/** Boards lose line ends: "…los resultadosResponsabilidades", "descriptionBetter". */
const GLUED = /[A-ZÀ-ÖØ-Þ](?<=[a-zà-öø-ÿ]{2}.)(?=[a-zà-öø-ÿ])/g;
/** Without one of these no text states a level; the search for phrases costs much more. */
const LEVEL_WORDS =
  "senior,ssr, sr,junior, jr,trainee,entry level,entry-level,mid level,mid-level,middle,intermedi,practicante,pasantia,becari,internship,recien ".split(
    ",",
  );
const NOT_WORD = /[^a-z0-9\u00c0-\uffff]+/g;
const EMPTY: Field = { field: "title", text: "", fold: foldText("") };
const NO_WORDS: ReadonlySet<number> = new Set();

function asField(field: Field["field"], text: string): Field {
  return { field, text, fold: foldText(text) };
}

function saysLevel(folded: string): boolean {
  return LEVEL_WORDS.some((word) => folded.includes(word));
}

function levelOf(title: Field, text: Field): Seniority | null {
  return readSeniority(title, text)?.seniority ?? null;
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
  const text = asField("text", withoutCriteria(advert.text).replace(GLUED, " $&"));
  const seniority = levelOf(title, EMPTY);
  const told = foldTitle(advert.title, { company, placeWords });
  const left = places.words.length === 0 ? NO_WORDS : new Set(places.words.map(wordHash));
  const core = wordHashes(stripBoilerplate(text.fold.folded), left);
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
    textSeniority: seniority === null && saysLevel(text.fold.folded) ? levelOf(EMPTY, text) : null,
    grades: told.grades,
    requisitions: readRequisitions(`${title.fold.folded}\n${numericLines(text.fold.folded)}`),
    terms: told.terms,
    figures: readFigures(text.fold.folded),
    lang: advert.lang ?? "und",
    length: core.length,
    textHash: sha256(text.fold.folded.replace(NOT_WORD, " ").trim()).slice(0, 32),
    shingles,
    sampled,
  };
  const content = print.length === 0 ? [] : [`x:${print.textHash}`];
  return { ...print, keys: [...new Set([...exactKeys(print), ...content, ...bandKeys(shingles)])] };
}
