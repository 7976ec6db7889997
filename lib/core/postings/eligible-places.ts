import { COUNTRY_WORDS, countryNamed, countryPattern } from "@/lib/core/places/country-names";
import type { Region } from "./posting-reading";

/** Countries (ISO 3166-1 alpha-2) and groups of them that words name. */
export type EligiblePlaces = { countries: string[]; regions: Region[] };

/** Folded names of groups of countries. */
const REGION_WORDS: readonly (readonly [Region, string])[] = [
  ["north_america", "north america|norteamerica|america del norte"],
  [
    "latam",
    String.raw`lat ?-?am|latin ?-?america|latino ?-?america|america latina|south america|sudamerica|suramerica|america del sur|central america|centroamerica|hispanoamerica|iberoamerica`,
  ],
  ["americas", "(?:the |las )?americas"],
  ["emea", "emea"],
  ["eu", "european union|union europea|e\\.u\\.|eu|ue|eea"],
  ["europe", "europe|europa|european countries"],
  ["apac", "apac|asia[ -]pacific|asia"],
  [
    "worldwide",
    "worldwide|world ?-?wide|anywhere(?! (?:in|within|across|inside) (?!the (?:world|globe|planet)))|the world|globally|global|todo el mundo|cualquier parte(?: del mundo)?(?! (?:de|del|en) (?!mundo|todo el mundo))",
  ],
];
const REGION_PATTERN = REGION_WORDS.map(([region, words]) => `(?<${region}>${words})`).join("|");
/** Codes that adverts write as names; others are words of a language too. */
const CODE_NAMES =
  "us|usa|u\\.s\\.a?\\.?|uk|u\\.k\\.|uae|mx|continental us|contiguous us|lower 48(?: states)?|ee\\.? ?uu\\.?|eeuu";

const NAMES = countryPattern(["name"]).source;
/** "British citizen", "Canadian-based": otherwise a nationality says what is sold or spoken. */
const PEOPLE = String.raw`${countryPattern(["nationality"]).source}(?=[ -](?:citizen|national|resident|based\b)|$)`;
const PARTS = "scotland|england|wales|northern ireland|great britain";
const PLACE = new RegExp(
  `(?:(?<=^|[^\\p{L}\\p{N}])(?:${CODE_NAMES})(?![\\p{L}\\p{N}])|(?:(?<![\\p{L}])(?:${PARTS})(?![\\p{L}]))|${NAMES}|${PEOPLE}|(?<![\\p{L}\\p{N}])(?:${REGION_PATTERN})(?![\\p{L}\\p{N}]))`,
  "gu",
);
/** What may stand between a cue and the first place, and between one place and the next. */
const OPENING =
  /^[\s:;,.(|/[-]{0,5}(?:(?:in|within|from|en|de|desde|across|to|the|el|la|los|las|only|any of|one of|of|continental|contiguous|mainland|todo|toda|all of|anywhere in|following|locations?|countries|country|states|siguientes|paises|work|based|either|both)[\s:,]{1,3}){0,6}$/u;
const CITY_OPENING = /^ (?:in |en )?[\p{L} ,-]{2,45}[,(]\s?$/u;
const JOINT = /^(?:[\s,;/|&()·•-]|and|or|y|o|e|u|the|la|el|any of|in|within|only|based)*$/u;

const IS_PART = new RegExp(`^(?:${PARTS})$`, "u");
/** What stands in brackets between two places says something of them: "U.S. (W2) and Canadian-based". */
const BRACKETS = /\([^()\n]{1,25}\)/gu;

function codeOf(word: string): string | null {
  if (/^(?:continental us|contiguous us|lower 48|us|u\.?s)/u.test(word) && !/^us[a-z]{2}/u.test(word)) return "US";
  if (/^ee/u.test(word)) return "US";
  if (IS_PART.test(word)) return "GB";
  return COUNTRY_WORDS.get(word)?.code ?? null;
}

type Named = EligiblePlaces & { end: number };

/**
 * The places that a folded text names one after another, from its start on (but for words that lead to them); `end` is where the last of them ends.
 * Where one has to live, a city may stand before the first country ("Leeds, UK").
 */
export function placesAtStart(words: string, mayOpenWithCity = false): Named {
  const found: Named = { countries: [], regions: [], end: 0 };
  for (const match of words.matchAll(PLACE)) {
    const between = words.slice(found.end, match.index).replace(BRACKETS, " ");
    const isCity = mayOpenWithCity && found.end === 0 && CITY_OPENING.test(between);
    if (!isCity && !(found.end === 0 ? OPENING : JOINT).test(between)) break;
    const region = REGION_WORDS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    const country = region === undefined ? codeOf(match[0]) : null;
    if (region !== undefined) found.regions.push(region);
    else if (country !== null) found.countries.push(country);
    found.end = match.index + match[0].length;
  }
  return found;
}

/** The places right at the end of a folded text ("… Spain or Portugal"), but for a joint after them. */
export function placesAtEnd(words: string): EligiblePlaces & { start: number } {
  const matches = [...words.matchAll(PLACE)];
  const found: EligiblePlaces & { start: number } = { countries: [], regions: [], start: words.length };
  for (const match of matches.toReversed()) {
    if (!JOINT.test(words.slice(match.index + match[0].length, found.start).replace(BRACKETS, " "))) break;
    const region = REGION_WORDS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    const country = region === undefined ? codeOf(match[0]) : null;
    if (region !== undefined) found.regions.unshift(region);
    else if (country !== null) found.countries.unshift(country);
    found.start = match.index;
  }
  return found;
}

const REGION_ALONE = new RegExp(`^(?:${REGION_PATTERN})$`, "u");
const LOCATION_NOISE =
  /\b(?:remote(?:ly)?|remot[oa]s?|teletrabajo|home ?office|work from home|only|based|in|en|desde|from|anywhere in|the|any location)\b/gu;

/**
 * The places of a stated location that names countries or groups of countries as a whole and nothing else ("Remote, Argentina", "LATAM");
 * null where it names a city, or nothing. Given folded.
 */
export function wholePlaces(location: string): EligiblePlaces | null {
  const parts = location
    .split(/[,;/|()&·•]|\s-\s|\s(?:and|or|y|o)\s/u)
    .map((part) =>
      part
        .replace(LOCATION_NOISE, " ")
        .replace(/[\s:-]+/gu, " ")
        .trim(),
    )
    .filter(Boolean);
  const places: EligiblePlaces = { countries: [], regions: [] };
  for (const part of parts) {
    const groups = REGION_ALONE.exec(part)?.groups;
    const region = groups === undefined ? undefined : REGION_WORDS.find(([name]) => groups[name] !== undefined)?.[0];
    const country = region === undefined ? countryNamed(part) : null;
    const code = IS_PART.test(part) ? null : (codeOf(part) ?? (country?.kind === "name" ? country.code : null));
    if (region !== undefined) places.regions.push(region);
    else if (code !== null) places.countries.push(code);
    else return null;
  }
  const isOfGeorgia = places.countries.includes("US") && places.countries.includes("GE");
  return parts.length === 0 || isOfGeorgia ? null : places;
}
