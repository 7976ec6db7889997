import { ENGLISH_SPEAKING, SPANISH_SPEAKING } from "./country-names";
import type { Candidate } from "./part-candidates";

/** What besides the words themselves speaks for a country. */
export type PlaceHints = {
  lang: "en" | "es" | "und";
  /** Where the source's adverts are, if it is of one country. */
  sourceCountry: string | null;
  /** Countries that stand beside these words, such as in the other places of one advert. */
  beside: ReadonlySet<string>;
  /** How much the text speaks for a country, 0 … 1. Asked only where the words leave a doubt. */
  inText: (country: string) => number;
};

export type Ranked = { candidate: Candidate; part: number; score: number; explained: number[] };

/** Points of the ranking, tuned by hand on stated places; only their order and differences matter. */
const SUPPORT = {
  countryName: 85,
  countryCode: 75,
  regionName: 80,
  regionCode: 75,
  district: 45,
  near: 35,
  around: 20,
  same: 10,
};
/** For the first of several parts that fit together: chains go from the narrow to the wide. */
const FIRST = 20;
/** Taken from a city that comes after a part it has nothing to do with, and that shares its name with a region: the region is meant. */
const NAMESAKE = 40;
/** A city of fewer people in a part that also names a country is meant only beside its region ("Peru, Indiana"). */
const MIN_CITY_LIKE_COUNTRY = 100_000;
const BASE = { country: 75, lightCountry: 45, code: 30, region: 52 };
const HINT = { source: 35, beside: 30, text: 40, lang: 12, market: 6, alias: -8 };
/** Taken from a reading that leaves a country or the letters of a region beside it without a meaning; half of it of a region's name. */
const UNEXPLAINED = 40;
const NEAR_DEGREES = 0.6;
/** Countries named so rarely that a namesake elsewhere is meant as often. */
const LIGHT = new Set("GE GD GP LC DM JE JO TD GN SH VC MF BL ML SM MQ RE AS WS GI KN AI BM".split(" "));
/** Where most adverts in English and Spanish come from. */
const MARKETS = new Set("US GB ES MX AR CO CL PE EC CR CA AU IN DE FR BR".split(" "));

function isClose(first: number | null, second: number | null): boolean {
  return first !== null && second !== null && Math.abs(first - second) < NEAR_DEGREES;
}

function isNear(a: Candidate, b: Candidate): boolean {
  if (a.entry === null || b.entry === null) return false;
  return isClose(a.entry.latitude, b.entry.latitude) && isClose(a.entry.longitude, b.entry.longitude);
}

/** How much one reading of another part speaks for a candidate; 0 where the two have nothing to do with each other. */
function supportOf(candidate: Candidate, other: Candidate): number {
  const [mine, theirs] = [candidate.entry, other.entry];
  if (mine === null) return 0;
  if (theirs === null) return other.isCode ? SUPPORT.countryCode : SUPPORT.countryName;
  const isSameRegion = mine.region === theirs.region;
  if (candidate.kind === "region") return isSameRegion && other.kind === "region" ? SUPPORT.same : 0;
  if (other.kind === "region") {
    if (!isSameRegion) return 0;
    return other.isCode ? SUPPORT.regionCode : SUPPORT.regionName;
  }
  if (mine.name === theirs.name && isSameRegion) return SUPPORT.same;
  if (other.kind === "district" && isSameRegion && mine.district === theirs.district) return SUPPORT.district;
  if (!isNear(candidate, other)) return 0;
  return theirs.population > mine.population ? SUPPORT.near : SUPPORT.around;
}

/** A country, or the letters of a region: what stands at the end of a chain and says where the rest is. */
function isWide({ kind, isCode }: Candidate): boolean {
  return kind === "country" || isCode;
}

function baseOf({ kind, country, entry, isAlias, isCode }: Candidate): number {
  // "X, CA" is how addresses in the United States end, more often than by a country's letters.
  if (isCode) return kind === "region" && country === "US" ? BASE.code + 3 : BASE.code;
  if (kind === "country") return LIGHT.has(country) ? BASE.lightCountry : BASE.country;
  if (kind === "region") return BASE.region;
  const size = (kind === "district" ? 8 : 10) * Math.log10((entry?.population ?? 0) + 30);
  return size + (isAlias ? HINT.alias : 0);
}

function hintOf({ country }: Candidate, { lang, sourceCountry, beside }: PlaceHints): number {
  const speaks = (lang === "es" ? SPANISH_SPEAKING : lang === "en" ? ENGLISH_SPEAKING : null)?.has(country) ?? false;
  return (
    (sourceCountry === country ? HINT.source : 0) +
    (beside.has(country) ? HINT.beside : 0) +
    (speaks ? HINT.lang : 0) +
    (MARKETS.has(country) ? HINT.market : 0)
  );
}

/** A chain's parts with their candidates by country, so that only those of one country are compared. */
type IndexedPart = {
  byCountry: ReadonlyMap<string, readonly Candidate[]>;
  leftOver: number;
  namesCountry: boolean;
  regions: readonly Candidate[];
};

function indexPart(candidates: readonly Candidate[]): IndexedPart {
  const byCountry = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const known = byCountry.get(candidate.country);
    if (known === undefined) byCountry.set(candidate.country, [candidate]);
    else known.push(candidate);
  }
  const namesCountry = candidates.some(({ kind, isCode }) => kind === "country" && !isCode);
  const regions = candidates.filter(({ kind, isCode }) => kind === "region" && !isCode);
  const leftOver = candidates.some(isWide) ? UNEXPLAINED : regions.length > 0 ? UNEXPLAINED / 2 : 0;
  return { byCountry, leftOver, namesCountry, regions };
}

function hasNamesakeRegion({ country }: Candidate, own: IndexedPart | undefined): boolean {
  return own?.regions.some((region) => region.country === country || MARKETS.has(region.country)) ?? false;
}

/** A city inside the region of the same name is what that name means first ("Alajuela", "Limassol"). */
function isSeatOfRegion({ kind, country, entry }: Candidate, own: IndexedPart | undefined): boolean {
  if (kind !== "city") return false;
  return own?.regions.some((region) => region.country === country && region.entry?.region === entry?.region) ?? false;
}

const NONE: readonly Candidate[] = [];

function rankOne(candidate: Candidate, part: number, parts: readonly IndexedPart[], hints: PlaceHints): Ranked {
  const own = parts[part];
  let score =
    Math.max(baseOf(candidate), isSeatOfRegion(candidate, own) ? BASE.region + 1 : 0) + hintOf(candidate, hints);
  const explained = [part];
  const isTown = candidate.kind !== "region" && candidate.kind !== "country";
  const isLikeCountry =
    isTown && (own?.namesCountry ?? false) && (candidate.entry?.population ?? 0) < MIN_CITY_LIKE_COUNTRY;
  for (let index = 0; index < parts.length; index += 1) {
    const beside = parts[index];
    if (index === part || beside === undefined) continue;
    let best = 0;
    for (const other of beside.byCountry.get(candidate.country) ?? NONE) {
      if (!isLikeCountry || other.kind !== "country") best = Math.max(best, supportOf(candidate, other));
    }
    if (best > 0) explained.push(index);
    else score -= beside.leftOver;
    score += best;
  }
  if (explained.length > 1 && part === 0) score += FIRST;
  if (isTown && explained.length === 1 && part > 0 && hasNamesakeRegion(candidate, own)) score -= NAMESAKE;
  return { candidate, part, score, explained };
}

function compare(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    (b.candidate.entry?.population ?? 0) - (a.candidate.entry?.population ?? 0) ||
    a.part - b.part ||
    (a.candidate.country < b.candidate.country ? -1 : 1)
  );
}

/** A doubt is a namesake in another country within so many points. */
const DOUBT = 45;

/** All readings of a chain of parts, the most likely first; each with the parts that it accounts for. */
export function rankCandidates(parts: readonly (readonly Candidate[])[], hints: PlaceHints): Ranked[] {
  const indexed = parts.map(indexPart);
  const ranked = parts
    .flatMap((candidates, part) => candidates.map((candidate) => rankOne(candidate, part, indexed, hints)))
    .sort(compare);
  const [first] = ranked;
  if (first === undefined) return ranked;
  const isInDoubt = ranked.some(
    ({ candidate, score }) => candidate.country !== first.candidate.country && score > first.score - DOUBT,
  );
  if (!isInDoubt) return ranked;
  return ranked
    .map((one) => ({ ...one, score: one.score + HINT.text * hints.inText(one.candidate.country) }))
    .sort(compare);
}
