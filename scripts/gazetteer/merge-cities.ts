import { placeKey } from "@/lib/core/places/place-key";
import type { PackedCity } from "./decode-cities";

/** A city, or a district of the second level (`kind` d), which is where its largest city is. */
export type City = {
  kind: "c" | "d";
  name: string;
  also: string[];
  country: string;
  region: string;
  district: string;
  lat: number;
  lon: number;
  population: number;
};
export type ListedCity = { name: string; lat: string; lng: string; country: string; admin1: string; admin2: string };

/** Countries whose smallest places and districts are kept as well. */
const WHOLE = new Set("AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE ES US GB CA IE AU NZ".split(" "));
/** Of these the districts are municipalities, provinces, partidos, cantons or counties that adverts name. */
const DISTRICTS = new Set("AR BO CL CO CR DO EC GT HN MX NI PA PE PY SV UY VE ES US GB IE".split(" "));
const MIN_POPULATION = 5_000;
const FREE_GRID = 100;

const spotOf = (country: string, lat: number, lon: number): string =>
  `${country} ${String(Math.round(lat * FREE_GRID))} ${String(Math.round(lon * FREE_GRID))}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Joins the list that has regions and districts with the one that has populations; two names of one spot are names of one city. */
export function mergeCities(listed: readonly ListedCity[], packed: readonly PackedCity[]): City[] {
  const cities = listed.map(
    (one): City => ({
      kind: "c",
      name: one.name,
      also: [],
      country: one.country,
      region: one.admin1,
      district: one.admin2,
      lat: Number(one.lat),
      lon: Number(one.lng),
      population: 0,
    }),
  );
  const bySpot = groupBy(cities, (city) => spotOf(city.country, city.lat, city.lon));
  const byName = groupBy(cities, (city) => `${city.country}.${city.region} ${placeKey(city.name)}`);
  for (const one of packed) {
    const spot = bySpot.get(spotOf(one.country, one.lat, one.lon)) ?? [];
    const key = placeKey(one.name);
    const same =
      spot.find((city) => placeKey(city.name) === key) ??
      byName.get(`${one.country}.${one.adminCode} ${key}`)?.[0] ??
      spot[0];
    if (same === undefined) {
      if (!WHOLE.has(one.country) && one.population < MIN_POPULATION) continue;
      const { name, country, lat, lon, population } = one;
      cities.push({ kind: "c", name, also: [], country, region: one.adminCode, district: "", lat, lon, population });
    } else {
      same.population = Math.max(same.population, one.population);
      if (placeKey(same.name) !== key) same.also.push(one.name);
    }
  }
  return cities.filter((city) => WHOLE.has(city.country) || city.population >= MIN_POPULATION);
}

const DISTRICT_WORDS =
  /^(?:(?:provincia|provincia|província|province|partido|departamento|municipio|municipality|distrito|cantón|canton|city and borough|metropolitan borough|royal borough|borough|district|city|county|city and county) (?:de la|de los|de las|del|de|da|of) |(?:provincia|municipio|distrito|cantón|county) )|(?: (?:county borough|county|borough|province|department|district|council|city))$/i;

/** The districts of the second level with the place of their largest city; of the United States under their full names ("Orange County"). */
export function districtsOf(names: readonly { code: string; name: string }[], cities: readonly City[]): City[] {
  const inside = groupBy(cities, (city) => `${city.country}.${city.region}.${city.district}`);
  return names.flatMap(({ code, name }): City[] => {
    const [country = "", region = "", district = ""] = code.split(".");
    if (!DISTRICTS.has(country)) return [];
    const largest = inside.get(code)?.toSorted((a, b) => b.population - a.population)[0];
    if (largest === undefined) return [];
    const shown = country === "US" ? name : name.replace(DISTRICT_WORDS, "").trim();
    if (country !== "US" && placeKey(shown) === placeKey(largest.name)) return [];
    const { lat, lon } = largest;
    // A district is known by its name where that is its largest city's too; population says how likely it is meant.
    const population = (inside.get(code) ?? []).reduce((sum, city) => sum + city.population, 0);
    return [{ kind: "d", name: shown, also: [], country, region, district, lat, lon, population }];
  });
}
