import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/kernel/app-error";
import { foldText } from "@/lib/core/kernel/fold";
import { countryOf, type PlacesInput, readPlaces } from "@/lib/core/places/read-places";
import { loadGazetteer } from "./load-gazetteer";

const gazetteer = loadGazetteer();

const field = (name: "title" | "text", text: string) => ({ field: name, text, fold: foldText(text) });
type Given = { location?: string | null; title?: string; text?: string } & Partial<
  Pick<PlacesInput, "lang" | "sourceCountry">
>;
const read = ({ location = null, title = "", text = "", lang = "und", sourceCountry = null }: Given) =>
  readPlaces(gazetteer, { location, title: field("title", title), text: field("text", text), lang, sourceCountry });
const shown = (given: Given) =>
  read(given)
    ?.value.map(({ city, region, country }) => [city ?? "-", region ?? "-", country].join("/"))
    .join(" + ") ?? null;

describe("the words that a board gives as the place", () => {
  test.each([
    ["Llavallol, Buenos Aires", "es", "Llavallol/Buenos Aires/AR"],
    ["Quito, Pichincha, Ecuador", "es", "Quito/Pichincha/EC"],
    ["Rumiñahui, Pichincha, Ecuador", "es", "Rumiñahui/Pichincha/EC"],
    ["Capital Federal, Buenos Aires", "es", "Buenos Aires/Ciudad Autónoma de Buenos Aires/AR"],
    ["CABA", "es", "Buenos Aires/Ciudad Autónoma de Buenos Aires/AR"],
    ["San Martin, Buenos Aires", "es", "General San Martín/Buenos Aires/AR"],
    ["GBA Norte", "es", "-/Buenos Aires/AR"],
    ["Gran Buenos Aires, Buenos Aires", "es", "-/Buenos Aires/AR"],
    ["Villa Inventada, Buenos Aires", "es", "Villa Inventada/Buenos Aires/AR"],
    ["General Deheza, Córdoba", "es", "General Deheza/Córdoba/AR"],
    ["9 de Julio, Buenos Aires", "es", "Nueve de Julio/Buenos Aires/AR"],
    ["CDMX", "es", "Ciudad de México/Ciudad de México/MX"],
    ["Ciudad de México", "es", "Ciudad de México/Ciudad de México/MX"],
    ["Área metropolitana de Monterrey", "es", "Monterrey/Nuevo León/MX"],
    ["Bogotá D.C.", "es", "Bogotá/Bogotá D.C./CO"],
    ["Seattle, WA", "en", "Seattle/Washington/US"],
    ["Portland, OR 97204", "en", "Portland/Oregon/US"],
    ["Columbus, IN", "en", "Columbus/Indiana/US"],
    ["US, CA, Santa Clara", "en", "Santa Clara/California/US"],
    ["San Jose, CA 95131 (North San Jose area)", "en", "San Jose/California/US"],
    ["Las Vegas, NV 89119 (Enterprise area)", "en", "Las Vegas/Nevada/US"],
    ["Ontario, CA", "en", "Ontario/California/US"],
    ["St. Louis, MO", "en", "St. Louis/Missouri/US"],
    ["Saint Louis, Missouri, United States", "en", "St. Louis/Missouri/US"],
    ["Washington, District of Columbia, United States", "en", "Washington/District of Columbia/US"],
    ["Greater Boston", "en", "Boston/Massachusetts/US"],
    ["Raleigh-Durham, North Carolina Area", "en", "Raleigh/North Carolina/US"],
    ["Friendly, US", "en", "Friendly/Maryland/US"],
    ["Greater London", "en", "London/England/GB"],
    ["London SW1A 1AA", "en", "London/England/GB"],
    ["London Area, United Kingdom", "en", "London/England/GB"],
    ["Bristol, South West England", "en", "Bristol/England/GB"],
    ["Newcastle Upon Tyne, Tyne & Wear", "en", "Newcastle upon Tyne/England/GB"],
    ["Hyde Park, Leeds", "en", "Leeds/England/GB"],
    ["Manchester Science Park, Manchester", "en", "Manchester/England/GB"],
    ["Derio, Vizcaya", "es", "Derio/País Vasco/ES"],
    ["Donostia/San Sebastián, Guipúzcoa", "es", "San Sebastián/País Vasco/ES"],
    ["Castilla y León", "es", "-/Castilla y León/ES"],
    ["Guatemala, Guatemala", "es", "Ciudad de Guatemala/Guatemala/GT"],
    ["Milán, Italia", "es", "Milan/Lombardy/IT"],
    ["Nueva York", "es", "New York/New York/US"],
    ["Londres, Inglaterra", "es", "London/England/GB"],
    [", Italy", "en", "-/-/IT"],
    ["UK", "en", "-/-/GB"],
    ["Argentina - Remoto", "es", "-/-/AR"],
    ["Remote - United States only", "en", "-/-/US"],
    ["US Remote", "en", "-/-/US"],
    ["USA, Canada", "en", "-/-/US + -/-/CA"],
    ["Brazil, Colombia, Argentina", "en", "-/-/BR + -/-/CO + -/-/AR"],
    ["London or Manchester", "en", "London/England/GB + Manchester/England/GB"],
    ["Bogotá / Medellín", "es", "Bogotá/Bogotá D.C./CO + Medellín/Antioquia/CO"],
    ["Madrid, Barcelona", "es", "Madrid/Comunidad de Madrid/ES + Barcelona/Cataluña/ES"],
    ["Dublin, Ireland; London, UK", "en", "Dublin/Leinster/IE + London/England/GB"],
  ] as const)("%s (%s) is %s", (location, lang, wanted) => {
    expect(shown({ location, lang })).toBe(wanted);
  });

  test.each([
    ["Georgia", "en", "-/Georgia/US"],
    ["Atlanta, Georgia", "en", "Atlanta/Georgia/US"],
    ["Tbilisi, Georgia", "en", "Tbilisi/Tbilisi/GE"],
    ["Georgia, United States", "en", "-/Georgia/US"],
    ["Córdoba, Córdoba", "es", "Córdoba/Córdoba/AR"],
    ["Córdoba, España", "es", "Córdoba/Andalucía/ES"],
    ["Montería, Córdoba", "es", "Montería/Córdoba/CO"],
    ["San José", "es", "San José/San José/CR"],
    ["San Jose", "en", "San Jose/California/US"],
    ["Santiago", "es", "Santiago/Región Metropolitana/CL"],
    ["Santiago de Compostela", "es", "Santiago de Compostela/Galicia/ES"],
    ["Valencia", "es", "Valencia/Comunidad Valenciana/ES"],
    ["Valencia, Venezuela", "es", "Valencia/Carabobo/VE"],
    ["Guadalajara, Jalisco", "es", "Guadalajara/Jalisco/MX"],
    ["Guadalajara, Castilla-La Mancha", "es", "Guadalajara/Castilla-La Mancha/ES"],
    ["Cartagena", "es", "Cartagena/Bolívar/CO"],
    ["Cartagena, Murcia", "es", "Cartagena/Región de Murcia/ES"],
    ["Mérida", "es", "Mérida/Yucatán/MX"],
    ["Mérida, Extremadura", "es", "Mérida/Extremadura/ES"],
    ["Lima, OH", "en", "Lima/Ohio/US"],
    ["Lima", "es", "Lima/Lima/PE"],
    ["Dublin, OH", "en", "Dublin/Ohio/US"],
    ["Paris, TX", "en", "Paris/Texas/US"],
    ["Virginia", "en", "-/Virginia/US"],
    ["Barcelona, ES", "en", "Barcelona/Cataluña/ES"],
  ] as const)("namesakes are told apart: %s (%s) is %s", (location, lang, wanted) => {
    expect(shown({ location, lang })).toBe(wanted);
  });

  test.each([
    "Remote",
    "2 locations",
    "Híbrido",
    "Worldwide",
    "Remote – LatAm",
    "Europe",
    "Zzyzx Unheard",
    "12345",
    "—",
    "IN",
    "???",
  ])("%s names no place", (location) => {
    expect(read({ location })).toBeNull();
  });

  test("what the text says of countries, and the source's country, decide between namesakes", () => {
    expect(
      shown({ location: "Cartagena", lang: "es", text: "Convenio de la Región de Murcia, España. Empresa española." }),
    ).toContain("/ES");
    expect(shown({ location: "Mérida", lang: "es", sourceCountry: "VE" })).toBe("Mérida/Mérida/VE");
    expect(countryOf(read({ location: "Remote", lang: "es", sourceCountry: "PE" }))).toBe("PE");
  });

  test.each([
    ["Restaurante en Guayaquil busca mesero con experiencia.", "es", "Guayaquil/Guayas/EC"],
    ["Modalidad híbrida en Bogotá, tres días en la oficina.", "es", "Bogotá/Bogotá D.C./CO"],
    ["Empresa en Medellín. Salario a convenir.", "es", "Medellín/Antioquia/CO"],
    ["Our team in Manchester writes software in Java.", "en", "Manchester/England/GB"],
  ] as const)(
    "a large city that a text names in passing is the place where nothing says it more plainly: %s",
    (text, lang, wanted) => {
      expect(shown({ text, lang })).toBe(wanted);
    },
  );

  test.each([
    "Experiencia en Excel y en Turismo.",
    "Reports in Tableau, models in Python.",
    "Trabajo desde casa: inglés y portugués.",
  ])("%s names no place in passing", (text) => {
    expect(read({ text })).toBeNull();
  });

  test("a city has coordinates to a hundredth of a degree, a whole country has none", () => {
    const rosario = read({ location: "Rosario, Santa Fe", lang: "es" })?.value[0];
    expect(rosario?.latitude).toBeCloseTo(-32.95, 1);
    expect(rosario?.longitude).toBeCloseTo(-60.65, 1);
    expect(rosario?.words).toBe("Rosario, Santa Fe");
    expect(read({ location: "Chile" })?.value[0]).toMatchObject({ latitude: null, longitude: null });
  });
});

describe("where the source gives no place, title and text do", () => {
  test.each([
    [{ title: "Vendedor - Rosario", lang: "es" }, "Rosario/Santa Fe/AR", "title", "Rosario"],
    [{ title: "Nurse (Leeds)", lang: "en" }, "Leeds/England/GB", "title", "Leeds"],
    [{ title: "Analyst in Austin, TX", lang: "en" }, "Austin/Texas/US", "title", "Austin, TX"],
    [
      { text: "Buscamos repositor.\nLugar de trabajo: Mar del Plata\nHorario: mañana", lang: "es" },
      "Mar del Plata/Buenos Aires/AR",
      "label",
      "Mar del Plata",
    ],
    [
      { text: "Ubicación: Medellín, Antioquia. Salario a convenir.", lang: "es" },
      "Medellín/Antioquia/CO",
      "label",
      "Medellín, Antioquia",
    ],
    [{ text: "Location: Denver, CO\nPay: weekly", lang: "en" }, "Denver/Colorado/US", "label", "Denver, CO"],
    [
      { text: "The role is based in Manchester and reports to the head of stores.", lang: "en" },
      "Manchester/England/GB",
      "text",
      "Manchester",
    ],
    [{ text: "A Sydney-based bakery looks for a baker.", lang: "en" }, "Sydney/New South Wales/AU", "text", "Sydney"],
    [{ text: "Come and see us. Omaha, NE. We bake. Omaha, NE.", lang: "en" }, "Omaha/Nebraska/US", "text", "Omaha, NE"],
    [{ text: "Empresa de Ecuador busca cajera. Afiliación al IESS.", lang: "es" }, "-/-/EC", "text", "Ecuador"],
    [
      { location: "España", text: "Presencial en Valladolid, jornada completa.", lang: "es" },
      "Valladolid/Castilla y León/ES",
      "text",
      "Valladolid",
    ],
  ] as const)("%j is %s", (given, wanted, method, words) => {
    const reading = read(given);
    expect(shown(given)).toBe(wanted);
    expect(reading?.method).toBe(method);
    const [evidence] = reading?.evidence ?? [];
    expect(evidence?.text).toBe(words);
    const whole =
      evidence?.field === "title" ? ("title" in given ? given.title : "") : "text" in given ? given.text : "";
    expect(whole.slice(evidence?.start, evidence?.end)).toBe(words);
  });

  test.each([
    [{ title: "Data/IA & Architecture", lang: "es" }],
    [{ title: "Manager, Mobile and Web Development", lang: "en" }],
    [{ title: "Cashier", text: "You greet people and count the till.", lang: "en" }],
  ] as const)("%j names no place", (given) => {
    expect(read(given)).toBeNull();
  });
});

test.each([
  "San Martín, ".repeat(500),
  "a,".repeat(50_000),
  "/".repeat(50_000),
  "Remote ".repeat(5_000),
  "(".repeat(10_000),
  "\u0000\uffff",
  "__proto__",
  "constructor, US",
])("hostile words are read in bounded time", (location) => {
  expect(() => read({ location, title: location, text: location })).not.toThrow();
  expect(() => read({ title: location, text: location })).not.toThrow();
});

test("the same words give the same reading, whatever was read before", () => {
  const first = JSON.stringify(read({ location: "Santiago", lang: "es" }));
  for (const location of ["Chile", "San José", "Valencia"]) read({ location });
  expect(JSON.stringify(read({ location: "Santiago", lang: "es" }))).toBe(first);
  expect(loadGazetteer().version).toBe(gazetteer.version);
});

test("a file that is missing or no gazetteer is refused", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gazetteer-"));
  const broken = path.join(folder, "broken.gz");
  writeFileSync(broken, "no archive");
  expect(() => loadGazetteer(broken)).toThrow(AppError);
  expect(() => loadGazetteer(path.join(folder, "none.gz"))).toThrow(AppError);
  const empty = path.join(folder, "empty.gz");
  writeFileSync(empty, gzipSync(""));
  expect(loadGazetteer(empty).find("London")).toEqual([]);
  rmSync(folder, { recursive: true });
});
