import { placeKey } from "./place-key";

/**
 * What a name may mean. `alias` is a city under another of its names, `district` a municipality, county or province below the region, `short` a
 * region by its letters ("TX").
 */
export type PlaceKind = "city" | "alias" | "district" | "region" | "short";
export type PlaceEntry = {
  kind: PlaceKind;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The code of the first-level region in the gazetteer; with the country it is unique. */
  region: string;
  /** The code of the second-level district, or empty. */
  district: string;
  /** Its usual name; of regions the region's. */
  name: string;
  /** Degrees, to a hundredth (about a kilometre); null of regions. */
  latitude: number | null;
  longitude: number | null;
  /** Inhabitants to two digits, 0 where they are not known. */
  population: number;
};

export type Gazetteer = {
  /** Changes with the data. */
  version: string;
  /** All places of that name, whatever way it is spelled. */
  find: (name: string) => readonly PlaceEntry[];
  regionName: (country: string, region: string) => string | null;
};

const KINDS: Readonly<Record<string, PlaceKind>> = { c: "city", a: "alias", d: "district", r: "region", s: "short" };
const MAX_REMEMBERED = 5_000;

function regionNames(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line): [string, string] => {
      const [code = "", name = ""] = line.split("\t");
      return [code, name];
    }),
  );
}

function readEntry(words: string, regions: ReadonlyMap<string, string>): PlaceEntry | null {
  const [letter = "", country = "", region = "", district = "", lat, lon, population, name] = words.split("|");
  const kind = KINDS[letter];
  if (kind === undefined) return null;
  const isRegion = kind === "region" || kind === "short";
  return {
    kind,
    country,
    region,
    district,
    name: isRegion ? (regions.get(`${country}.${region}`) ?? region) : (name ?? ""),
    latitude: lat === undefined ? null : Number(lat),
    longitude: lon === undefined ? null : Number(lon),
    population: Number(population ?? 0),
  };
}

/** Where each line of a text begins, from `from` on. */
function lineStarts(text: string, from: number): Uint32Array {
  const starts: number[] = [];
  for (let at = from; at >= 0 && at < text.length; ) {
    starts.push(at);
    const end = text.indexOf("\n", at);
    at = end < 0 ? -1 : end + 1;
  }
  return Uint32Array.from(starts);
}

/**
 * A gazetteer over the text that scripts/build-gazetteer.ts writes: the names stand in the order of their keys, so that looking one up
 * is a search by halves and nothing is taken apart before it is asked for.
 */
export function createGazetteer(text: string, version: string): Gazetteer {
  const gap = text.indexOf("\n\n");
  const regions = regionNames(text.slice(0, Math.max(0, gap)).split("\n"));
  const starts = lineStarts(text, gap + 2);
  const remembered = new Map<string, readonly PlaceEntry[]>();

  function lineOf(key: string): string | null {
    let [low, high] = [0, starts.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = starts[middle] ?? 0;
      const found = text.slice(start, text.indexOf("\t", start));
      if (found === key) return text.slice(start, text.indexOf("\n", start));
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  function find(name: string): readonly PlaceEntry[] {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const [, ...entries] = lineOf(placeKey(name))?.split("\t") ?? [];
    const places = entries.flatMap((entry) => readEntry(entry, regions) ?? []);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(name, places);
    return places;
  }

  return { version, find, regionName: (country, region) => regions.get(`${country}.${region}`) ?? null };
}
