import { type Evidence, type Field, quote } from "@/lib/core/postings/find-phrases";
import { COUNTRY_FIRST_WORDS, mentionAt } from "./country-mentions";
import { scanWords, wordStarts } from "./scan-words";

/** Words that only the adverts of one country have: its money, its offices, its benefits. Folded. */
const SIGN_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AR: "ars cuit cuil monotributo monotributista prepaga caba afip anses",
    AU: "superannuation",
    CA: "rrsp",
    CL: "clp isapre fonasa",
    CO: "smmlv smlv smlmv",
    CR: "crc ccss colones",
    DO: "dop infotep",
    EC: "iess",
    ES: "sepe etts",
    GB: "gbp nhs gcse gcses ofsted dbs",
    GT: "gtq quetzales igss",
    IE: "leinster",
    IN: "inr lakhs lpa",
    MX: "mxn imss infonavit curp cdmx",
    PA: "balboas",
    PE: "essalud",
    US: "401k fmla eeo eeoc",
    UY: "uyu",
    VE: "bolivares",
  }).flatMap(([country, words]) => words.split(" ").map((word): [string, string] => [word, country])),
);
const STARTS = wordStarts([...COUNTRY_FIRST_WORDS, ...SIGN_WORDS.keys()]);
/** The same, as runs of signs. */
const SIGN_PHRASES: readonly (readonly [string, string])[] = [
  ["£", "GB"],
  ["₡", "CR"],
  ["₹", "IN"],
  [".com.ar", "AR"],
  [".com.mx", "MX"],
  [".com.co", "CO"],
  [".com.pe", "PE"],
  [".com.ec", "EC"],
  [".co.cr", "CR"],
  [".co.uk", "GB"],
  [".com.au", "AU"],
  ["obra social", "AR"],
  ["prestaciones de ley", "MX"],
  ["vales de despensa", "MX"],
  ["veteran status", "US"],
  ["protected veteran", "US"],
  ["401(k)", "US"],
  ["+54 ", "AR"],
  ["+52 ", "MX"],
  ["+57 ", "CO"],
  ["+56 ", "CL"],
  ["+51 ", "PE"],
  ["+593", "EC"],
  ["+506", "CR"],
  ["+502", "GT"],
  ["+34 ", "ES"],
  ["+44 ", "GB"],
  ["+353", "IE"],
];
const MAX_CHARS = 8_000;
const NAME_WEIGHT = 1;
const NATIONALITY_WEIGHT = 0.5;
const SIGN_WEIGHT = 1.5;

/** What a text says of one country: its share of all that is said of countries, 0 … 1, and the words that say it first. */
export type CountrySign = { share: number; evidence: Evidence };

/**
 * How much a posting speaks for each country: names and nationalities by how often they stand there, and signs that only one country has, each
 * once. The shares add up to 1; an empty map where it says nothing.
 */
export function countrySigns(fields: readonly Field[]): ReadonlyMap<string, CountrySign> {
  const found = new Map<string, { weight: number; evidence: Evidence }>();
  for (const field of fields) {
    const folded = field.fold.folded.slice(0, MAX_CHARS);
    const seen = new Set<string>();
    const add = (country: string, weight: number, start: number, end: number) => {
      const known = found.get(country);
      if (known === undefined) found.set(country, { weight, evidence: quote(field, start, end) });
      else known.weight += weight;
    };
    let from = 0;
    scanWords(folded, STARTS, (word, start) => {
      if (start < from) return;
      const sign = SIGN_WORDS.get(word);
      if (sign !== undefined && !seen.has(word)) {
        seen.add(word);
        add(sign, SIGN_WEIGHT, start, start + word.length);
      }
      const mention = mentionAt(folded, word, start);
      if (mention === null) return;
      from = mention.end;
      add(mention.country, mention.kind === "name" ? NAME_WEIGHT : NATIONALITY_WEIGHT, start, mention.end);
    });
    for (const [words, country] of SIGN_PHRASES) {
      const at = folded.indexOf(words);
      if (at >= 0) add(country, SIGN_WEIGHT, at, at + words.length);
    }
  }
  const total = [...found.values()].reduce((sum, { weight }) => sum + weight, 0);
  return new Map([...found].map(([country, { weight, evidence }]) => [country, { share: weight / total, evidence }]));
}
