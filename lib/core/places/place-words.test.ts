import { expect, test } from "vitest";
import { createGazetteer } from "./gazetteer";
import { nameWords } from "./name-words";
import { placeKey } from "./place-key";
import { countryLabel, placeLabel } from "./place-label";
import { namesNoPlace, splitLocation, withoutSurroundings } from "./split-location";

test.each([
  ["St. Louis", "st louis"],
  ["Saint Louis", "st louis"],
  ["Gral. San Martín", "general san martin"],
  ["Tyne & Wear", "tyne and wear"],
  ["Winston-Salem", "winston salem"],
  ["L’Hospitalet de Llobregat", "lhospitalet de llobregat"],
  ["constructor", "constructor"],
])("%s is looked up as %s", (name, key) => {
  expect(placeKey(name)).toBe(key);
});

test.each([
  ["Mar del Plata y alrededores", "Mar del Plata"],
  ["San Carlos de Bariloche, con moto", "San Carlos de Bariloche"],
  [" (Leeds) near the station", "Leeds"],
  ["9 de Julio 450", "9 de Julio 450"],
  ["nowhere Special", ""],
  ["", ""],
])("the name at the beginning of %j is %j", (text, words) => {
  const found = nameWords(text);
  expect(found.words).toBe(words);
  expect(text.slice(found.offset, found.offset + words.length)).toBe(words);
});

const split = (location: string, names: readonly string[] = []) =>
  splitLocation(location, (words) => names.includes(words)).alternatives.map((chain) =>
    chain.map(({ words }) => words).join(" < "),
  );

test.each([
  ["Quito, Pichincha, Ecuador", ["Quito < Pichincha < Ecuador"]],
  ["London / Leeds; York", ["London", "Leeds", "York"]],
  ["Bogotá o Medellín, Colombia", ["Bogotá", "Medellín < Colombia"]],
  ["London SW1A 1AA", ["London"]],
  ["Denver, CO 80222 (Cory - Merrill area)", ["Denver < CO"]],
  ["Argentina - Córdoba (Capital)", ["Argentina < Córdoba < Capital"]],
  ["12345", []],
])("%s is taken apart", (location, wanted) => {
  expect(split(location)).toEqual(wanted);
});

test("a name with a joining word stays whole where it is one", () => {
  expect(split("Tyne and Wear", ["Tyne and Wear"])).toEqual(["Tyne and Wear"]);
  expect(split("Leeds and York")).toEqual(["Leeds", "York"]);
});

test.each(["Remote", "Híbrido", "3 locations", "100% remoto", "Work from home", "Home office"])(
  "%s names no place",
  (words) => {
    expect(namesNoPlace(words)).toBe(true);
  },
);

test("what stands around a name is left away", () => {
  expect(withoutSurroundings("Greater Boston Area")).toContain("boston");
  expect(withoutSurroundings("Área metropolitana de Cali")).toContain("cali");
  expect(withoutSurroundings("US Remote")).toContain("us");
});

test("a label names city, region and country once each in the language of the reader, else the source's words", () => {
  const rosario = { name: "Rosario, SF", country: "AR", region: "Santa Fe", city: "Rosario" };
  expect(placeLabel(rosario, "en")).toBe("Rosario, Santa Fe, Argentina");
  expect(placeLabel({ ...rosario, country: "US" }, "es")).toBe("Rosario, Santa Fe, Estados Unidos");
  expect(placeLabel({ ...rosario, region: "Rosario" }, "en")).toBe("Rosario, Argentina");
  expect(placeLabel({ ...rosario, country: null }, "en")).toBe("Rosario, SF");
  expect(placeLabel({ ...rosario, name: "Rosario / Salta" }, "en")).toBe("Rosario / Salta");
  expect(countryLabel("not a code", "en")).toBe("not a code");
});

test("a gazetteer finds each of its names, the first and the last, and nothing else", () => {
  const text =
    "XA.1\tNorthland\n\nalpha\tc|XA|1|9|1.50|-2.25|4200|Alpha\nbeta\tr|XA|1\nzeta\ta|XA|1||0.00|0.00|0|Alpha\ts|XA|1\tq|??\n";
  const gazetteer = createGazetteer(text, "v");
  expect(gazetteer.find("Álpha")).toEqual([
    {
      kind: "city",
      country: "XA",
      region: "1",
      district: "9",
      name: "Alpha",
      latitude: 1.5,
      longitude: -2.25,
      population: 4200,
    },
  ]);
  expect(gazetteer.find("beta")[0]).toMatchObject({ kind: "region", name: "Northland", latitude: null });
  expect(gazetteer.find("zeta").map(({ kind }) => kind)).toEqual(["alias", "short"]);
  expect(gazetteer.find("aaa").concat(gazetteer.find("gamma"), gazetteer.find("zz"))).toEqual([]);
  expect(gazetteer.regionName("XA", "1")).toBe("Northland");
  expect(gazetteer.regionName("XA", "2")).toBeNull();
});
