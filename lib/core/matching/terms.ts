import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { STOP_WORDS_ANY, STOP_WORDS_EN, STOP_WORDS_ES } from "./stop-words";

/** Changes whenever the same text could give other terms; part of every statistics version. */
export const TERMS_VERSION = "1";

/** A text is read this far, in UTF-16 code units: longer adverts repeat legal notices. */
export const MAX_TERM_CHARS = 20_000;

/** The most distinct terms that one text gives. */
export const MAX_TERMS = 400;

const MAX_WORD = 30;
const MEMO_SIZE = 60_000;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*[+#]*/gu;
const MARKS = /\p{M}+/gu;

/** Lower case without accents or other combining marks ("Análisis" → "analisis"). */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return isAscii(lower) ? lower : lower.normalize("NFD").replace(MARKS, "");
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) > 127) return false;
  return true;
}

/** Stems before folding, because the Spanish rules read accents; "-cion" typed without its accent gets it back first. */
function stemSpanishWord(word: string): string {
  return foldWord(stemSpanish(word.replace(/([cs])ion$/u, "$1ión")));
}

function stemWord(word: string, lang: string): string | null {
  const folded = foldWord(word);
  if (folded.length < 2 || folded.length > MAX_WORD) return null;
  if (lang === "es") return STOP_WORDS_ES.has(folded) ? null : stemSpanishWord(word);
  if (lang === "en") return STOP_WORDS_EN.has(folded) ? null : stemEnglish(folded);
  return STOP_WORDS_ANY.has(folded) ? null : folded;
}

/** Stems are remembered, up to a bound: adverts share most of their words, and the answer never depends on the memory. */
const memo = { en: new Map<string, string | null>(), es: new Map<string, string | null>() };

function cachedStem(word: string, lang: string): string | null {
  if (lang !== "en" && lang !== "es") return stemWord(word, lang);
  const known = memo[lang].get(word);
  if (known !== undefined) return known;
  const stem = stemWord(word, lang);
  if (memo[lang].size >= MEMO_SIZE) memo[lang].clear();
  memo[lang].set(word, stem);
  return stem;
}

function byCountThenName(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

/**
 * The terms of a text with how often each occurs: folded, without stop words, stemmed in English or Spanish (only folded
 * where `lang` is neither). Numbers are not terms. At most {@link MAX_TERMS}: the most frequent, ties by name.
 */
export function termsOf(text: string, lang: string): Map<string, number> {
  const terms = new Map<string, number>();
  const read = text.length > MAX_TERM_CHARS ? text.slice(0, MAX_TERM_CHARS) : text;
  for (const word of read.normalize("NFC").toLowerCase().match(WORD) ?? []) {
    const stem = cachedStem(word, lang);
    if (stem !== null) terms.set(stem, (terms.get(stem) ?? 0) + 1);
  }
  return terms.size <= MAX_TERMS ? terms : new Map([...terms].sort(byCountThenName).slice(0, MAX_TERMS));
}
