import { foldedPattern } from "./folded-pattern";
import { foldLabel } from "@/lib/core/kernel/fold";
import { type EligiblePlaces, placesAtEnd, placesAtStart, wholePlaces } from "./eligible-places";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Evidence, type Field, quote } from "./find-phrases";
import type { Workplace } from "./posting-fields";
import { type Eligibility, type Reading, type Region, REGIONS } from "./posting-reading";
import { findTimeZones } from "./time-zones";

const CONFIDENCE = { title: 0.93, text: 0.88, location: 0.85 } as const;

const LEAD_WORD: Trigger = {
  word: /remot|home|teletrab|based|locat|resid|\bliv|authori|eligib|\bright|entitled|permitted|open to|hiring|candidat|applicant|people|profession|profesional|talent|developers|engineers|contractors|anyone|vivir|viva|radica|personas|telecom|postulantes|anywhere|cualquier|ubicacion|lugar de|countries|paises|zona:/g,
  before: 40,
  after: 45,
};
const CLOSING_WORD: Trigger = {
  word: /only|residents?|mente|citizens?|nationals?|based|located|applicants|candidates/g,
  before: 12,
  after: 30,
};
const ANYWHERE_WORD: Trigger = {
  word: /anywhere|worldwide|globally|cualquier|countr|location|over the world/g,
  before: 45,
  after: 40,
};
/** Words that lead to the places of those who may apply. */
const LEADS = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:${[
    String.raw`remot[eoa](?:ly)?(?:[\s-]?(?:first|friendly|ok|eligible))?(?: (?:work|role|position|job|opportunity|working|candidates?|contract|trabajo|applicants?))?(?: is| are)?(?: available| open| possible)?`,
    String.raw`work(?:ing)? from home|home ?office|teletrabajo|telecommute(?!\*? from anywhere)`,
    String.raw`(?:must|need to|should|have to|required to|able to|currently|candidates?|applicants?|you)(?: also)?(?: must| who)?(?: be)?(?: currently| physically| permanently| legally)? (?:live|reside|located|based|living|residing|resident|a resident|residents)`,
    String.raw`(?:and|who) (?:currently )?(?:reside|live)|(?:have|has) (?:lived|resided|been resident)`,
    String.raw`(?:legally )?(?:authori[sz]ed|eligible|right|entitled|permitted|authori[sz]ation),?(?: to (?:live and )?work)`,
    String.raw`(?:candidates?|applicants?|people|professionals|talent|developers|engineers|contractors|open to|hiring|anyone|residents)(?: \p{L}{3,12})? (?:based|located|residing|living|from|in|of)`,
    String.raw`(?:resid(?:ir|entes?|encia|as|an|en)|vivir|radicar|radicad[oa]s?|vivas|vivan|personas|candidat[oa]s|postulantes|talento|profesionales)(?: que (?:residan|vivan|esten))?(?: actualmente)? (?:en|de|desde)`,
    String.raw`(?:work|working|telecommut(?:e|ing)\*?|trabaj[aoe]r?|trabajas|based|located|live|be) (?:from )?(?:anywhere|desde cualquier (?:lugar|parte|ciudad|punto|pais))(?: (?:in|within|de|del|en))?|(?:desde|en) cualquier (?:lugar|parte|ciudad|punto|pais)(?: (?:de|del|en))?`,
    String.raw`(?:location|ubicacion|lugar de trabajo|eligible (?:locations?|countries)|countries|paises|zona):`,
  ].join("|")})(?![\p{L}\p{N}])`,
);
/** Words that close upon the places before them: "US only", "UK-based candidates", "Argentina (excluyente)". */
const CLOSERS =
  /[\s(-]{1,3}(?:only|only\)|residents?(?: only)?|solamente|unicamente|exclusivamente|citizens?(?: only)?|citizenship(?: is)? required|nationals?(?: only)?|(?:based|located) (?:\([^()\n]{1,25}\) )?(?:candidates?|applicants?|only|contractors?|applications?|individuals|people|professionals|developers|engineers)|based(?=\s?[-|])|applicants only|candidates only)(?![\p{L}\p{N}])/gu;
const ANYWHERE =
  /(?<![\p{L}\p{N}])(?:(?:work|live|based|remote|located|hire|hiring)(?:ly)?[\s(-]{1,3}(?:from |people from )?(?:anywhere(?: in the world| on (?:the )?(?:planet|earth)|$|(?=[\s]*[.,;)!\n]))|worldwide|globally)|(?<far>anywhere in the world|all over the world)|(?:desde|en) cualquier (?:parte|lugar|pais) del (?:mundo|planeta)|(?:from|open to) (?:any|all) (?:countries|country|location)s?|worldwide remote|remote[\s-]{1,3}worldwide)/gu;
const ABOUT_WORKING = /\b(?:work|live|living|based|remote|located|apply|hire|hiring|team)/u;
const DWELLS = /resid|\b(?:live|living|based|located)\b|vivir|viva|radica/u;
const NEGATED = /(?:\bno|\bnot|n't|\bunable|\bexcept|\bexcluding|\boutside|\bfuera) (?:\p{L}+ ){0,3}$/u;
/** "If you live in Europe and would like to work abroad". */
const CONDITION = /\b(?:if|when|where|si) (?:\p{L}+ ){0,2}$/u;
/** Where the company or its clients are says nothing of who may apply. */
const OTHERS_BEFORE =
  /(?:company|clients?|customers?|offices?|headquarters|headquartered|team|firm|startup|empresa|clientes|oficinas|equipo|sede)(?: \p{L}+){0,2} (?:is |are |in |en )?$/u;
const WINDOW = 110;
const OFFER_DAYS = /^[^.\n]{0,25}\b(?:days|weeks|dias|semanas|months?)\b/u;

type Found = EligiblePlaces & { evidence: Evidence[] };

function isEmpty({ countries, regions }: EligiblePlaces): boolean {
  return countries.length === 0 && regions.length === 0;
}

function add(found: Found, places: EligiblePlaces, evidence: Evidence): void {
  found.countries.push(...places.countries);
  found.regions.push(...places.regions);
  found.evidence.push(evidence);
}

function placesIn(field: Field): Found {
  const { folded } = field.fold;
  const found: Found = { countries: [], regions: [], evidence: [] };
  for (const { start, end } of findPhrasesNear(field, LEAD_WORD, LEADS)) {
    const before = folded.slice(Math.max(0, start - 40), start);
    const isHome = DWELLS.test(folded.slice(start, end));
    if (NEGATED.test(before) || OTHERS_BEFORE.test(before)) continue;
    if (isHome && CONDITION.test(before)) continue;
    const places = placesAtStart(folded.slice(end, end + WINDOW), isHome);
    if (!isEmpty(places)) add(found, places, quote(field, start, end + places.end));
  }
  for (const { start, end } of findPhrasesNear(field, CLOSING_WORD, CLOSERS)) {
    const from = Math.max(0, start - WINDOW);
    const places = placesAtEnd(folded.slice(from, start));
    if (!isEmpty(places)) add(found, places, quote(field, from + places.start, end));
  }
  return found;
}

function worldwideIn(field: Field): Found | null {
  const { folded } = field.fold;
  for (const { start, end, groups, evidence } of findPhrasesNear(field, ANYWHERE_WORD, ANYWHERE)) {
    const before = folded.slice(Math.max(0, start - 40), start);
    if (NEGATED.test(before) || OFFER_DAYS.test(folded.slice(end, end + 40))) continue;
    if (groups["far"] !== undefined && !ABOUT_WORKING.test(before)) continue;
    return { countries: [], regions: ["worldwide"], evidence: [evidence] };
  }
  return null;
}

/** Countries and regions once each; "anywhere" says nothing more beside a narrower place. */
function settled({ countries, regions }: EligiblePlaces): Omit<Eligibility, "timeZones"> {
  const isNarrow = countries.length > 0 || regions.some((region) => region !== "worldwide");
  const isNamed = (region: Region): boolean => regions.includes(region) && !(isNarrow && region === "worldwide");
  const codes = new Set(countries);
  // The state of Georgia, where the United States stand beside it.
  if (codes.has("US")) codes.delete("GE");
  return { countries: [...codes].sort(), regions: REGIONS.filter(isNamed) };
}

function fromLocation(location: string | null): Found | null {
  const places = location === null ? null : wholePlaces(foldLabel(location));
  return places === null || isEmpty(places) ? null : { ...places, evidence: [] };
}

/**
 * Who may apply for a remote job: the countries, groups of countries and time zones that the title, else the text,
 * names as theirs; else a stated place that is a country as a whole. Null for a job that is not remote, and where
 * nothing is said. A stated place gives no evidence, since it is not part of the text.
 */
export function readEligibility(
  title: Field,
  text: Field,
  location: string | null,
  workplace: Workplace | null,
): Reading<Eligibility> | null {
  if (workplace !== "remote") return null;
  const zones = findTimeZones(title) ?? findTimeZones(text);
  const ways: readonly (readonly ["title" | "text" | "location", () => Found | null])[] = [
    ["title", () => placesIn(title)],
    ["text", () => placesIn(text)],
    ["location", () => fromLocation(location)],
    ["text", () => worldwideIn(title) ?? worldwideIn(text)],
  ];
  for (const [method, find] of ways) {
    const found = find();
    if (found === null || isEmpty(found)) continue;
    const evidence = [...found.evidence, ...(zones === null ? [] : [zones.phrase.evidence])];
    const value = { ...settled(found), timeZones: zones?.zones ?? null };
    return { value, confidence: CONFIDENCE[method], method, evidence };
  }
  if (zones === null) return null;
  const value: Eligibility = { countries: [], regions: [], timeZones: zones.zones };
  return { value, confidence: CONFIDENCE.text, method: "text", evidence: [zones.phrase.evidence] };
}
