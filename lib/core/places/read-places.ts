import { foldLabel } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import type { Field } from "@/lib/core/postings/find-phrases";
import type { PlaceReading, Reading } from "@/lib/core/postings/posting-reading";
import { ENGLISH_SPEAKING, SPANISH_SPEAKING } from "./country-names";
import { type CountrySign, countrySigns } from "./country-signs";
import type { Gazetteer } from "./gazetteer";
import type { PlaceHints } from "./rank-candidates";
import { type ResolvedPlace, resolveLocation } from "./resolve-location";
import { namesNoPlace } from "./split-location";
import { readNamedCity, readTextPlaces } from "./text-places";

/** Rises whenever the same gazetteer would give other places for the same words. */
export const PLACES_VERSION = 1;

export type PlacesInput = {
  /** What the source gives as the place, if it gives any. */
  location: string | null;
  title: Field;
  text: Field;
  lang: Lang;
  /** ISO 3166-1 alpha-2 of a source whose adverts are all of one country. */
  sourceCountry?: string | null;
};

/** Groups of countries: whoever names one has said where the job is, and it is no one country. */
const WIDE_AREA =
  /(?<![a-z])(?:latam|latin ?america|latinoamerica|america latina|sudamerica|south america|europe|europa|emea|apac|eu|ue|asia|africa|americas|north america|norteamerica|worldwide|global|international|anywhere in the world|middle east|nordics|dach|benelux|mena)(?![a-z])/;
/** Below this share of what is said of countries, none leads clearly. */
const MIN_SHARE = 0.6;
/** The weight of one name of a country. */
const NAMED_ONCE = 1;
/** A country that words hint at is less sure than any place that is named as the job's. */
const FALLBACK_CONFIDENCE = 0.65;
/** Boards of one country list a few jobs abroad. */
const SOURCE_CONFIDENCE = 0.85;

function wholeCountry(country: string, words: string): PlaceReading {
  return { country, region: null, city: null, latitude: null, longitude: null, words };
}

/** The country that most of a text's words about countries mean; null where none clearly leads. */
function fromSigns(signs: ReadonlyMap<string, CountrySign>): Reading<PlaceReading[]> | null {
  const [first] = [...signs].toSorted((a, b) => b[1].share - a[1].share || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1].share < MIN_SHARE) return null;
  const [country, { weight, evidence }] = first;
  // One nationality alone is a language that is asked for ("portugués"), or whom the employer serves.
  if (weight < NAMED_ONCE && !ENGLISH_SPEAKING.has(country) && !SPANISH_SPEAKING.has(country)) return null;
  const value = [wholeCountry(country, evidence.text)];
  return { value, confidence: FALLBACK_CONFIDENCE, method: "text", evidence: [evidence] };
}

/** A city of the stated country or region that title or label name, where the source gives the country or the region alone. */
function withinCountry(gazetteer: Gazetteer, stated: Reading<PlaceReading[]>, given: PlacesInput, hints: PlaceHints) {
  const [only] = stated.value;
  if (stated.value.length !== 1 || only === undefined || only.city !== null) return stated;
  const told = readTextPlaces(gazetteer, given, hints);
  const isInside =
    told?.value.every(
      ({ country, region, city }) =>
        country === only.country && city !== null && (only.region === null || region === only.region),
    ) ?? false;
  return isInside && told !== null ? told : stated;
}

/** What words of a location mean by themselves; boards repeat a few thousand of them. */
const REMEMBERED = new WeakMap<Gazetteer, Map<string, readonly ResolvedPlace[]>>();
const MAX_REMEMBERED = 10_000;

function resolveOnce(gazetteer: Gazetteer, location: string, hints: PlaceHints): readonly ResolvedPlace[] {
  const remembered = REMEMBERED.get(gazetteer) ?? new Map<string, readonly ResolvedPlace[]>();
  REMEMBERED.set(gazetteer, remembered);
  const key = `${hints.lang}|${hints.sourceCountry ?? ""}|${location}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const asked = { text: false };
  const inText = (country: string) => {
    asked.text = true;
    return hints.inText(country);
  };
  const found = resolveLocation(gazetteer, location, { ...hints, inText });
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  if (!asked.text) remembered.set(key, found);
  return found;
}

function fromLocation(gazetteer: Gazetteer, location: string, hints: PlaceHints): Reading<PlaceReading[]> | null {
  const found = resolveOnce(gazetteer, location, hints);
  if (found.length === 0) return null;
  return {
    value: found.map(({ place }) => place),
    confidence: Math.min(...found.map(({ confidence }) => confidence)),
    method: "location",
    // The location stands apart from title and text; its words are in each place.
    evidence: [],
  };
}

/**
 * Where the job is: the places that the source's own words name, else those of the title, of a label or of a phrase in the text ("Lugar de
 * trabajo: …", "based in …"), else the country that the text speaks of. Null where nothing says it, and where a group of countries
 * is named ("Remote – LatAm"), which is a matter of eligibility. The first place is the one the advert names first.
 */
export function readPlaces(gazetteer: Gazetteer, given: PlacesInput): Reading<PlaceReading[]> | null {
  const { title, text, lang } = given;
  let signs: ReadonlyMap<string, CountrySign> | null = null;
  const signsOnce = () => (signs ??= countrySigns([title, text]));
  const hints: PlaceHints = {
    lang,
    sourceCountry: given.sourceCountry ?? null,
    beside: new Set(),
    inText: (country) => signsOnce().get(country)?.share ?? 0,
  };
  const location = given.location?.trim() ?? "";
  const stated = location === "" ? null : fromLocation(gazetteer, location, hints);
  if (stated !== null) return withinCountry(gazetteer, stated, given, hints);
  if (WIDE_AREA.test(foldLabel(location))) return null;
  const isOpen = location === "" || namesNoPlace(location);
  const told = isOpen ? (readTextPlaces(gazetteer, given, hints) ?? readNamedCity(gazetteer, text, hints)) : null;
  if (told !== null) return told;
  if (hints.sourceCountry !== null) {
    const value = [wholeCountry(hints.sourceCountry, location)];
    return { value, confidence: SOURCE_CONFIDENCE, method: "structured", evidence: [] };
  }
  return fromSigns(signsOnce());
}

/** The country of a reading's first place: ISO 3166-1 alpha-2, or null of no reading. */
export function countryOf(reading: Reading<PlaceReading[]> | null): string | null {
  return reading?.value[0]?.country ?? null;
}
