import type { PlaceReading } from "@/lib/core/postings/posting-reading";
import { countryNamed } from "./country-names";
import type { Gazetteer } from "./gazetteer";
import { type Candidate, candidatesOf } from "./part-candidates";
import { type PlaceHints, type Ranked, rankCandidates } from "./rank-candidates";
import { type LocationPart, namesNoPlace, splitLocation } from "./split-location";

/** A place with how sure it is, 0 … 1. */
export type ResolvedPlace = { place: PlaceReading; confidence: number; score: number };

/** A district is a municipality there, which adverts name as they name a city; elsewhere it is a county or a province. */
const MUNICIPAL_DISTRICTS = new Set("AR CO CR DO EC GT HN MX NI PA PY SV UY VE".split(" "));
/** Names that are everyday words: taken only beside what supports them, or where many live. */
const WORDS = new Set(
  "friendly center centre central north south east west office home field various other industry commerce university progress union hope liberty independence mobile reading nice bath sale man data job mission normal pay price page plus time local nacional national centro norte sur este oeste interior progreso esperanza libertad victoria campo industria general zona area".split(
    " ",
  ),
);
/** From here on a place helps to read those beside it. */
const SURE = 0.9;
const WORD_POPULATION = 90_000;
const MIN_LONE_POPULATION = 300;
const MIN_SECOND_POPULATION = 50_000;
const MIN_FOREIGN_POPULATION = 300_000;

/** True of words that name places and, more often, other things. */
export function isEverydayWord(word: string): boolean {
  return WORDS.has(word.toLowerCase());
}

/** Letters alone mean a region where they mean no country ("TX"), or behind a name ("Playa Vista, CA"). */
function isCodeTrusted({ kind, country }: Candidate, words: string, isAlone: boolean): boolean {
  if (kind === "region") return !isAlone || countryNamed(words) === null;
  return country === "US" || country === "GB" || country === "AE";
}

function isTrusted({ candidate, explained }: Ranked, words: string, isAlone: boolean): boolean {
  if (explained.length > 1) return true;
  const { kind, entry, isCode } = candidate;
  if (isCode) return isCodeTrusted(candidate, words, isAlone);
  if (kind === "country" || kind === "region") return true;
  const population = entry?.population ?? 0;
  if (isEverydayWord(words)) return population >= WORD_POPULATION;
  return population >= MIN_LONE_POPULATION || kind === "district";
}

function confidenceOf({ explained, candidate }: Ranked, isDoubtful: boolean, isSupported: boolean): number {
  if (explained.length > 1) return isDoubtful ? 0.9 : 0.98;
  if (isSupported) return 0.95;
  return isDoubtful || candidate.isCode ? 0.75 : 0.92;
}

/** The words of a part as the name of a city that no gazetteer knows: a few words that begin in capitals, no address. */
function cityWords({ words }: LocationPart): string | null {
  const isName = /^(?:\d{1,2} de )?\p{Lu}[\p{L}.'’-]*(?:\s[\p{L}.'’-]+){0,4}$/u.test(words);
  return isName && words.length <= 40 && !/^\p{Lu}{1,4}$/u.test(words) && !namesNoPlace(words) ? words : null;
}

function toPlace(gazetteer: Gazetteer, { country, kind, entry }: Candidate, words: string): PlaceReading {
  const isCity = kind === "city" || (kind === "district" && MUNICIPAL_DISTRICTS.has(country));
  return {
    country,
    region: entry === null ? null : gazetteer.regionName(country, entry.region),
    city: isCity ? (entry?.name ?? null) : null,
    latitude: entry?.latitude ?? null,
    longitude: entry?.longitude ?? null,
    words,
  };
}

type Chain = { parts: readonly LocationPart[]; words: string };

/** The city that stands before a region or a country and is in no gazetteer there: its name without coordinates. */
function withUnknownCity(
  place: PlaceReading,
  best: Ranked,
  { parts }: Chain,
  candidates: readonly (readonly Candidate[])[],
): PlaceReading {
  const [first] = parts;
  if (best.part === 0 || first === undefined || best.explained.includes(0) || place.city !== null) return place;
  const { country, entry } = best.candidate;
  const isThere = candidates[0]?.some(
    (other) => other.country === country && (entry === null || other.entry?.region === entry.region),
  );
  const city = isThere ? null : cityWords(first);
  return city === null ? place : { ...place, city, latitude: null, longitude: null };
}

function isSecondPlace(next: Ranked, best: Ranked): boolean {
  const { kind, entry, isCode, country } = next.candidate;
  if (isCode || (next.explained.length === 1 && kind === "district")) return false;
  if (kind === "country") return true;
  const population = entry?.population ?? 0;
  if (kind === "region") return country === best.candidate.country && next.part > best.part;
  const isHome = country === best.candidate.country;
  if (isHome && next.part > best.part && next.explained.length > 1) return true;
  if (best.explained.length > 1) return false;
  const isList = isHome && next.part > best.part;
  return population >= (isList ? MIN_SECOND_POPULATION : MIN_FOREIGN_POPULATION);
}

function resolveChain(gazetteer: Gazetteer, chain: Chain, hints: PlaceHints): ResolvedPlace[] {
  const candidates = chain.parts.map((part) => candidatesOf(gazetteer, part));
  if (candidates.every(({ length }) => length === 0)) return [];
  const places: ResolvedPlace[] = [];
  let left: (readonly Candidate[])[] = candidates;
  let best: Ranked | null = null;
  for (let round = 0; round < chain.parts.length; round += 1) {
    const ranked = rankCandidates(left, hints);
    const [next] = ranked;
    if (next === undefined) break;
    const words = chain.parts[next.part]?.words ?? "";
    const isTaken = best === null ? isTrusted(next, words, chain.parts.length === 1) : isSecondPlace(next, best);
    if (isTaken) {
      const rival = ranked.find(({ candidate }) => candidate.country !== next.candidate.country);
      const isDoubtful = rival !== undefined && rival.score > next.score - 15;
      const isSupported = hints.sourceCountry === next.candidate.country || hints.beside.has(next.candidate.country);
      const known = toPlace(gazetteer, next.candidate, chain.words);
      const place = best === null ? withUnknownCity(known, next, chain, candidates) : known;
      if (place !== known) left = left.with(0, []);
      places.push({
        place,
        confidence: confidenceOf(next, isDoubtful, isSupported),
        score: next.score,
      });
    } else if (best === null) return [];
    best ??= next;
    left = left.map((one, index) => (next.explained.includes(index) ? [] : one));
  }
  return places;
}

function isSame(a: PlaceReading, b: PlaceReading): boolean {
  return a.country === b.country && a.region === b.region && a.city === b.city;
}

/** Without a whole country or region of which a narrower place stands beside it. */
function withoutWider(places: readonly ResolvedPlace[]): ResolvedPlace[] {
  return places.filter(({ place }, index) => {
    if (places.findIndex((other) => isSame(other.place, place)) < index) return false;
    return !places.some(
      ({ place: other }) =>
        other !== place &&
        other.country === place.country &&
        place.city === null &&
        (place.region === null
          ? other.region !== null || other.city !== null
          : other.region === place.region && other.city !== null),
    );
  });
}

/**
 * The places that a board's words for the place of a job name, in their order. Words are read as chains from the narrow
 * to the wide ("Quito, Pichincha, Ecuador") that stand beside each other ("London or Manchester"); the reading wins
 * that accounts for most of a chain, then hints, then the larger place. Empty where they name none.
 */
export function resolveLocation(gazetteer: Gazetteer, location: string, hints: PlaceHints): ResolvedPlace[] {
  const isName = (words: string) =>
    gazetteer.find(words).length > 0 && candidatesOf(gazetteer, { words, isCapitals: false }).length > 0;
  const { alternatives } = splitLocation(location, isName);
  const chains = alternatives.map((parts) => ({ parts, words: parts.map(({ words }) => words).join(", ") }));
  const alone = chains.map((chain) => resolveChain(gazetteer, chain, hints));
  const sure = alone.map((places) =>
    places.flatMap(({ place, confidence }) => (confidence >= SURE ? [place.country] : [])),
  );
  if (chains.length === 1 || sure.flat().length === 0) return withoutWider(alone.flat());
  const together = chains.map((chain, own) => {
    const beside = new Set(sure.flatMap((countries, index) => (index === own ? [] : countries)));
    return resolveChain(gazetteer, chain, { ...hints, beside });
  });
  return withoutWider(together.flat());
}
