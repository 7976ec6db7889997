import { currencyOfCountry, dollarOf, pesoOf, UNITS_PER_USD } from "./currencies";

/** Who reads a mark: the job's country decides what "$" and "pesos" are; without one, English prose means US dollars. */
export type MoneyContext = { country: string | null; isEnglish: boolean };

const CODES = Object.keys(UNITS_PER_USD).join("|").toLowerCase();

/** What stands before the number. */
const DOLLAR_BEFORE =
  /(?:(?<![a-z])(?:(?<glued>[a-z]{1,3})|(?<word>us|usd|mx|mxn|col|cop|ars|clp|cad|aud|rd)\s))?\$\s?(?:usd?\s?)?$/;
const MARK_BEFORE = new RegExp(
  String.raw`(?:(?<![a-z0-9])(?<word>${CODES}|s\/\.?|q\.?|l\.?|lps?\.?|bs\.?s?|gs\.?|rs\.?|b\/\.?|u\$[sd]|euros?)|(?<sign>[€£₡¢₹₲¥]))\s?:?\s?$`,
);

/** Many numbers follow another sign or digit: a look at the last letter is cheaper than the patterns above. */
const ENDS_LIKE_MARK = /[a-z$€£₡¢₹₲¥/.]\s?:?\s?$/;

/** What stands after the number and its scale ("18 mil pesos", "30k EUR"); a sign apart from it belongs to a number right behind ("£10 £12"). */
const MARK_AFTER = new RegExp(
  String.raw`(?!\s[€£₡¢₹₲]\s?\d)\s?(?:de\s)?(?:(?<sign>[€£₡¢₹₲]|us\$|u\$[sd]|\$(?!\s?\d)(?:\s?(?:usd|mxn|cop|ars|clp))?)|(?<word>${CODES}|euros?|eu?r\.|libras?|pounds?|dolares|dollars?|usd\$|pesos?(?:\s(?:mexicanos|colombianos|argentinos|chilenos|uruguayos|dominicanos))?|mn|m\.n\.|soles|reales|reais|bs\.?|bolivianos|bolivares|guaranies|gs\.?|quetzales|colones|lempiras|cordobas|lps?\.?|rupees|zlotys?|zl|kr)(?![a-z0-9]))`,
  "y",
);

const DOLLARS: Readonly<Record<string, string>> = {
  us: "USD",
  usd: "USD",
  u: "USD",
  mx: "MXN",
  mxn: "MXN",
  mn: "MXN",
  col: "COP",
  cop: "COP",
  ar: "ARS",
  ars: "ARS",
  cl: "CLP",
  clp: "CLP",
  uy: "UYU",
  uyu: "UYU",
  rd: "DOP",
  r: "BRL",
  c: "C$",
  ca: "CAD",
  cad: "CAD",
  cdn: "CAD",
  a: "AUD",
  au: "AUD",
  aud: "AUD",
  nz: "NZD",
  nzd: "NZD",
  s: "SGD",
  sg: "SGD",
  sgd: "SGD",
  hk: "HKD",
  hkd: "HKD",
};

const NAMES: Readonly<Record<string, string>> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  "eur.": "EUR",
  "er.": "EUR",
  "£": "GBP",
  libra: "GBP",
  libras: "GBP",
  pound: "GBP",
  pounds: "GBP",
  "₡": "CRC",
  "¢": "CRC",
  colones: "CRC",
  "₹": "INR",
  rupees: "INR",
  rs: "INR",
  "₲": "PYG",
  gs: "PYG",
  guaranies: "PYG",
  "¥": "JPY",
  "s/": "PEN",
  soles: "PEN",
  q: "GTQ",
  quetzales: "GTQ",
  l: "HNL",
  lp: "HNL",
  lps: "HNL",
  lempiras: "HNL",
  bs: "BS",
  bss: "VES",
  bolivianos: "BOB",
  bolivares: "VES",
  "b/": "USD",
  u$s: "USD",
  u$d: "USD",
  us$: "USD",
  usd$: "USD",
  dollar: "$",
  dollars: "$",
  dolares: "USD",
  peso: "PESO",
  pesos: "PESO",
  "pesos mexicanos": "MXN",
  "pesos colombianos": "COP",
  "pesos argentinos": "ARS",
  "pesos chilenos": "CLP",
  "pesos uruguayos": "UYU",
  "pesos dominicanos": "DOP",
  mn: "MXN",
  "m.n": "MXN",
  reales: "BRL",
  reais: "BRL",
  cordobas: "NIO",
  zloty: "PLN",
  zlotys: "PLN",
  zl: "PLN",
  kr: "KR",
};

/** Letters that are money in one country only, and a section, a quarter or a litre elsewhere. */
const ONLY_IN: Readonly<Record<string, string>> = { q: "GT", l: "HN", lp: "HN", lps: "HN", gs: "PY" };

/** A mark as written: where it stands and its folded name. */
export type Mark = { name: string; at: number };

/** The currency mark that ends right before a folded offset, with its own start; null where there is none. */
export function markBefore(folded: string, at: number): Mark | null {
  const from = Math.max(0, at - 9);
  const head = folded.slice(from, at);
  if (!ENDS_LIKE_MARK.test(head)) return null;
  const dollar = head.includes("$") ? DOLLAR_BEFORE.exec(head) : null;
  if (dollar !== null) {
    const word = dollar.groups?.["glued"] ?? dollar.groups?.["word"];
    const known = word === undefined ? undefined : DOLLARS[word];
    const usd = /\$\s?us/.test(head) ? "USD" : "$";
    if (known !== undefined) return { name: known, at: from + dollar.index };
    return { name: usd, at: from + head.lastIndexOf("$") };
  }
  const other = MARK_BEFORE.exec(head);
  const name = other?.groups?.["word"] ?? other?.groups?.["sign"];
  return other === null || name === undefined ? null : { name, at: from + other.index };
}

/** The currency mark that starts at a folded offset, with its end; null where there is none. */
export function markAfter(folded: string, at: number): Mark | null {
  MARK_AFTER.lastIndex = at;
  const found = MARK_AFTER.exec(folded);
  const name = found?.groups?.["sign"] ?? found?.groups?.["word"];
  return found === null || name === undefined ? null : { name, at: at + found[0].length };
}

/**
 * The ISO 4217 currency that a mark means in a context; null where it cannot be told ("$" in a Spanish advert without a
 * country, "q" outside Guatemala).
 */
export function currencyOf(name: string, { country, isEnglish }: MoneyContext): string | null {
  const plain = name.replace(/\.$/, "").replace(/^\$\s?(?=[a-z])/, "");
  const only = ONLY_IN[plain];
  if (only !== undefined && country !== only) return null;
  const known = NAMES[plain] ?? plain.toUpperCase();
  if (known === "$") return dollarOf(country) ?? (isEnglish ? "USD" : null);
  if (known === "PESO") return pesoOf(country);
  if (known === "BS") return country === "VE" ? "VES" : country === "BO" ? "BOB" : null;
  if (known === "C$") return country === "NI" ? "NIO" : "CAD";
  if (known === "KR") return ["SEK", "NOK", "DKK"].find((code) => code === currencyOfCountry(country)) ?? null;
  return Object.hasOwn(UNITS_PER_USD, known) ? known : null;
}
