import { countryNamed } from "./country-names";
import type { Gazetteer, PlaceEntry } from "./gazetteer";
import { type LocationPart, namesNoPlace, withoutSurroundings } from "./split-location";

/** What one part of a location may mean: a place of the gazetteer, or a whole country. */
export type Candidate = {
  kind: "city" | "district" | "region" | "country";
  country: string;
  entry: PlaceEntry | null;
  /** Named by another of its names, or only by letters. */
  isAlias: boolean;
  isCode: boolean;
};

const MAX_CANDIDATES = 400;

function toCandidate(entry: PlaceEntry): Candidate {
  const kind = entry.kind === "short" ? "region" : entry.kind === "alias" ? "city" : entry.kind;
  return { kind, country: entry.country, entry, isAlias: entry.kind === "alias", isCode: entry.kind === "short" };
}

function lookUp(gazetteer: Gazetteer, words: string, isCapitals: boolean): Candidate[] {
  const found = gazetteer
    .find(words)
    .filter((entry) => entry.kind !== "short" || isCapitals || words.includes("."))
    .slice(0, MAX_CANDIDATES)
    .map(toCandidate);
  const country = countryNamed(words);
  if (country === null || country.kind === "nationality") return found;
  const isCode = country.kind === "code";
  if (isCode && !isCapitals) return found;
  return [{ kind: "country", country: country.code, entry: null, isAlias: false, isCode }, ...found];
}

function read(gazetteer: Gazetteer, { words, isCapitals }: LocationPart): readonly Candidate[] {
  const whole = lookUp(gazetteer, words, isCapitals);
  if (whole.length > 0 && (isCapitals || !namesNoPlace(words))) return whole;
  if (namesNoPlace(words)) return [];
  const capitals = new Set(words.match(/\p{Lu}{2,}/gu)?.map((word) => word.toLowerCase()));
  for (const inner of withoutSurroundings(words)) {
    const found = lookUp(gazetteer, inner, capitals.has(inner));
    if (found.length > 0) return found;
  }
  return [];
}

/** Adverts repeat a few thousand names. */
const REMEMBERED = new WeakMap<Gazetteer, Map<string, readonly Candidate[]>>();
const MAX_REMEMBERED = 5_000;

/** All that a part may mean: as it stands, else without what is said around the name. Empty where it names no place. */
export function candidatesOf(gazetteer: Gazetteer, part: LocationPart): readonly Candidate[] {
  const remembered = REMEMBERED.get(gazetteer) ?? new Map<string, readonly Candidate[]>();
  REMEMBERED.set(gazetteer, remembered);
  const key = part.isCapitals ? `${part.words}|` : part.words;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = read(gazetteer, part);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}
