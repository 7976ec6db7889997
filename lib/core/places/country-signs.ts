import type { FoldedText } from "@/lib/core/kernel/fold";
import { cuePlaces } from "@/lib/core/postings/fact-cues";
import { type Evidence, type Field, quote } from "@/lib/core/postings/find-phrases";
import { type CountryMention, mentionAt } from "./country-mentions";
import { SIGN_WORDS } from "./cue-words";

/**
 * Runs of signs that only one country writes, or mostly that one; by what some of them share, so that one look tells
 * that a text has none of those.
 */
const SIGN_PHRASES: readonly (readonly [shared: string, phrases: Readonly<Record<string, string>>])[] = [
  ["£", { "£": "GB" }],
  ["₡", { "₡": "CR" }],
  ["₹", { "₹": "IN" }],
  [
    ".co",
    {
      ".com.ar": "AR",
      ".com.mx": "MX",
      ".com.co": "CO",
      ".com.pe": "PE",
      ".com.ec": "EC",
      ".co.cr": "CR",
      ".co.uk": "GB",
      ".com.au": "AU",
    },
  ],
  ["obra social", { "obra social": "AR" }],
  ["prestaciones de ley", { "prestaciones de ley": "MX" }],
  ["vales de despensa", { "vales de despensa": "MX" }],
  ["veteran", { "veteran status": "US", "protected veteran": "US" }],
  ["401(k)", { "401(k)": "US" }],
  [
    "+",
    {
      "+54 ": "AR",
      "+52 ": "MX",
      "+57 ": "CO",
      "+56 ": "CL",
      "+51 ": "PE",
      "+593": "EC",
      "+506": "CR",
      "+502": "GT",
      "+34 ": "ES",
      "+44 ": "GB",
      "+353": "IE",
    },
  ],
];
const PHRASES = SIGN_PHRASES.map(([shared, phrases]) => [shared, Object.entries(phrases)] as const);
const MAX_CHARS = 8_000;
const WORD = /[a-z0-9]+/y;
const WORD_SIGN = /[a-z0-9]/;
const DIGIT = /[0-9]/;
/** A currency sign, a dialling code or a law's word is written by people of the country; its name may be that of a customer. */
const SIGN_WEIGHT = 1.5;
/** A nationality may also be a language or whom the employer serves: two of them say as much as one name. */
const WEIGHTS = { name: 1, nationality: 0.5, sign: SIGN_WEIGHT } as const;

/**
 * What a text says of one country: its share of all that is said of countries, 0 … 1, the sum of the words' weights,
 * and the words that say it first.
 */
export type CountrySign = { share: number; weight: number; evidence: Evidence };

type Weighed = Map<string, { weight: number; evidence: Evidence }>;

function add(
  found: Weighed,
  field: Field,
  { country, start, end }: Omit<CountryMention, "kind">,
  weight: number,
): void {
  const known = found.get(country);
  if (known === undefined) found.set(country, { weight, evidence: quote(field, start, end) });
  else known.weight += weight;
}

type CountryWord = Omit<CountryMention, "kind"> & { kind: keyof typeof WEIGHTS };

/** A pension plan, and the only word with a number in it. */
const NUMBERED = { word: "401k", country: "US" };

/** The word that a run of letters is part of, with its start; null where a number begins it that is no part of a sign. */
function wordAround(folded: string, at: number): { word: string; start: number } | null {
  WORD.lastIndex = at;
  if (!WORD.test(folded)) return null;
  const word = folded.slice(at, WORD.lastIndex);
  if (!DIGIT.test(folded.charAt(at - 1))) return { word, start: at };
  const start = at + 1 - NUMBERED.word.length;
  const isNumbered =
    word === "k" && folded.startsWith(NUMBERED.word, start) && !WORD_SIGN.test(folded.charAt(start - 1));
  return isNumbered ? { word: NUMBERED.word, start } : null;
}

/** The words of a text that name countries or stand for one, in order: the longest name at each, and each sign once. */
export function findCountryWords(fold: FoldedText): CountryWord[] {
  const folded = fold.folded.slice(0, MAX_CHARS);
  const found: CountryWord[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const at of cuePlaces(fold).country) {
    const around = at < folded.length ? wordAround(folded, at) : null;
    if (around === null || around.start < from) continue;
    const { word, start } = around;
    const country = word === NUMBERED.word ? NUMBERED.country : SIGN_WORDS.get(word);
    if (country !== undefined && !seen.has(word)) {
      seen.add(word);
      found.push({ country, kind: "sign", start, end: start + word.length });
    }
    const mention = mentionAt(folded, word, start);
    if (mention === null) continue;
    from = mention.end;
    found.push(mention);
  }
  return found;
}

function addPhrases(found: Weighed, field: Field, folded: string): void {
  for (const [shared, phrases] of PHRASES) {
    if (!folded.includes(shared)) continue;
    for (const [words, country] of phrases) {
      const start = folded.indexOf(words);
      if (start >= 0) add(found, field, { country, start, end: start + words.length }, SIGN_WEIGHT);
    }
  }
}

/**
 * How much a posting speaks for each country: names and nationalities by how often they stand there, and signs that only one country has, each
 * once. The shares add up to 1; an empty map where it says nothing.
 */
export function countrySigns(fields: readonly Field[]): ReadonlyMap<string, CountrySign> {
  const found: Weighed = new Map();
  for (const field of fields) {
    const folded = field.fold.folded.slice(0, MAX_CHARS);
    for (const word of findCountryWords(field.fold)) add(found, field, word, WEIGHTS[word.kind]);
    addPhrases(found, field, folded);
  }
  let total = 0;
  for (const { weight } of found.values()) total += weight;
  return new Map(
    Array.from(found, ([country, { weight, evidence }]) => [country, { share: weight / total, weight, evidence }]),
  );
}
