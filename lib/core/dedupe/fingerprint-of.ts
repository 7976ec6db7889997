import { companyKey } from "@/lib/core/companies/company-key";
import { foldText } from "@/lib/core/kernel/fold";
import type { Field } from "@/lib/core/postings/find-phrases";
import { readSeniority } from "@/lib/core/postings/read-seniority";
import { canonicalUrl } from "./canonical-url";
import type { DedupeInput, Fingerprint } from "./dedupe-types";
import { foldPlaces } from "./fold-places";
import { foldTitle } from "./fold-title";
import { readFigures } from "./read-figures";
import { readRequisitions } from "./read-requisitions";
import { CRITERIA_TAIL, stripBoilerplate } from "./strip-boilerplate";
import { bandKeys } from "./text-bands";
import { sequenceHash, shinglesOf, wordHash, wordHashes } from "./text-shingles";

/** Boards lose line ends: "…los resultadosResponsabilidades", "descriptionBetter". */
const GLUED = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;
const EMPTY: Field = { field: "title", text: "", fold: foldText("") };
const NO_WORDS: ReadonlySet<number> = new Set();

function asField(field: Field["field"], text: string): Field {
  return { field, text, fold: foldText(text) };
}

function exactKeys(print: Omit<Fingerprint, "keys">): string[] {
  const { sourceId, externalId, url, applyUrl, company, title, requisitions } = print;
  const keys: string[] = [];
  if (externalId !== null) keys.push(`i:${sourceId}\u001f${externalId}`);
  if (url !== null) keys.push(`u:${url}`);
  if (applyUrl !== null) keys.push(`u:${applyUrl}`);
  if (company !== "" && title.length > 0) keys.push(`t:${company}\u001f${title.join(" ")}`);
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
  const text = asField("text", advert.text.replace(GLUED, " ").replace(CRITERIA_TAIL, ""));
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
    seniority: readSeniority(title, EMPTY)?.seniority ?? null,
    textSeniority: readSeniority(EMPTY, text)?.seniority ?? null,
    grades: told.grades,
    requisitions: readRequisitions(`${title.fold.folded}\n${text.fold.folded}`),
    terms: told.terms,
    figures: readFigures(text.fold.folded),
    lang: advert.lang ?? "und",
    length: core.length,
    textHash: sequenceHash(wordHashes(text.fold.folded, NO_WORDS)),
    shingles,
    sampled,
  };
  const content = print.length === 0 ? [] : [`x:${print.textHash}`];
  return { ...print, keys: [...new Set([...exactKeys(print), ...content, ...bandKeys(shingles)])] };
}
