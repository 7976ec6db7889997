import { escapePattern } from "@/lib/core/kernel/escape-pattern";
import { foldLabel } from "@/lib/core/kernel/fold";
import { COUNTRY_ROWS } from "./country-rows";

/** What kind of word names a country: its name, a nationality ("argentino"), or its code of two or three letters. */
export type CountryWordKind = "name" | "nationality" | "code";
export type CountryWord = { code: string; kind: CountryWordKind };

export type Country = {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** Folded, the usual one of each language first. */
  en: readonly string[];
  es: readonly string[];
  /** Folded, all genders and numbers. */
  nationalities: readonly string[];
};

const SPANISH_FORMS: readonly [RegExp, readonly string[]][] = [
  [/o$/, ["o", "a", "os", "as"]],
  [/(?<=[a-z]{2})es$/, ["es", "esa", "eses", "esas"]],
  [/(?<=alem)an$/, ["an", "ana", "anes", "anas"]],
  [/(?<=espan)ol$/, ["ol", "ola", "oles", "olas"]],
  [/(?<=let)on$/, ["on", "ona", "ones", "onas"]],
  [/i$/, ["i", "ies", "is"]],
];
const HAS_NO_PLURAL = /(?:sh|ch|ese|ss)$/;

function formsOf(nationality: string): string[] {
  const forms = SPANISH_FORMS.find(([ending]) => ending.test(nationality));
  if (forms !== undefined) return forms[1].map((ending) => nationality.replace(forms[0], ending));
  return HAS_NO_PLURAL.test(nationality) ? [nationality] : [nationality, `${nationality}s`];
}

function words(column: string): string[] {
  return column
    .split(";")
    .map((word) => foldLabel(word))
    .filter(Boolean);
}

type Row = Country & { alpha3: string };

function readRow(row: string): Row {
  const [code = "", alpha3 = "", en = "", es = "", nationalities = ""] = row.split("|");
  return {
    code,
    alpha3: foldLabel(alpha3),
    en: words(en),
    es: words(es),
    nationalities: [...new Set(words(nationalities).flatMap(formsOf))],
  };
}

const ROWS: readonly Row[] = COUNTRY_ROWS.map(readRow);

/** Every country, in the order of its code. */
export const COUNTRIES: readonly Country[] = ROWS;

function collect(): Map<string, CountryWord> {
  const found = new Map<string, CountryWord>();
  const add = (word: string, code: string, kind: CountryWordKind) => {
    if (word !== "" && !found.has(word)) found.set(word, { code, kind });
  };
  for (const { code, en, es } of ROWS) for (const word of [...en, ...es]) add(word, code, "name");
  for (const { code, nationalities } of ROWS) for (const word of nationalities) add(word, code, "nationality");
  for (const { code, alpha3 } of ROWS) {
    add(code.toLowerCase(), code, "code");
    add(alpha3, code, "code");
  }
  return found;
}

/**
 * Folded words → the country that they name. Codes are words of other languages too ("do", "es", "in", "me"): take one only where it
 * is written in capitals or stands alone between separators.
 */
export const COUNTRY_WORDS: ReadonlyMap<string, CountryWord> = collect();

/** The country that a whole name, nationality or code means, spelled in any way; null where it means none. */
export function countryNamed(name: string): CountryWord | null {
  return COUNTRY_WORDS.get(foldLabel(name)) ?? null;
}

/**
 * A pattern over folded text for the names of countries and, if asked, the nationalities, longest first; codes are not in it, except
 * those that are used as names ("usa", "uk", "us" only as "u.s."). One alternation without repetition: time grows with the text alone.
 */
export function countryPattern(kinds: readonly CountryWordKind[]): RegExp {
  const names = [...COUNTRY_WORDS]
    .filter(([word, { kind }]) => kinds.includes(kind) && word !== "us" && word.length > 1)
    .map(([word]) => word)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escapePattern).join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

/** Countries whose everyday language is Spanish. */
export const SPANISH_SPEAKING: ReadonlySet<string> = new Set(
  "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE".split(" "),
);
/** Countries of Latin America, as adverts mean it. */
export const LATIN_AMERICA: ReadonlySet<string> = new Set(
  "AR BO BR CL CO CR CU DO EC GT HN HT MX NI PA PE PR PY SV UY VE".split(" "),
);
/** Countries whose everyday language is English. */
export const ENGLISH_SPEAKING: ReadonlySet<string> = new Set("AU CA GB IE IN NG NZ PH SG US ZA".split(" "));
