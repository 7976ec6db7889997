import { foldLabel } from "@/lib/core/kernel/fold";

/** Words that a name is never taken apart into or put together as: they are everyday words of their own. */
const EVERYDAY = new Set(
  "the and for out one two you your our his her not but all any new now via per con por los las del una uno que para todo toda como mas sin esta este esto off set ink own pro".split(
    " ",
  ),
);

const MASCULINE = /(?:ador|edor|idor|tor|sor)$/u;
const MASCULINE_O = /(?:ario|ivo|ado|ero|logo|ico)$/u;

function plurals(word: string): string[] {
  if (/[sx]$/u.test(word)) return word.endsWith("x") ? [`${word}es`] : [];
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ies`, `${word}s`];
  if (word.endsWith("z")) return [`${word.slice(0, -1)}ces`];
  return /[aeo]$/u.test(word) ? [`${word}s`] : [`${word}s`, `${word}es`];
}

function singulars(word: string): string[] {
  if (!word.endsWith("s") || /(?:ss|us|is)$/u.test(word)) return [];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  const forms = [word.slice(0, -1)];
  if (/[rnldj]es$/u.test(word) && word.length >= 6) forms.push(word.slice(0, -2));
  if (word.endsWith("ces")) forms.push(`${word.slice(0, -3)}z`);
  return forms;
}

function feminines(word: string): string[] {
  if (MASCULINE.test(word)) return [`${word}a`, `${word}as`];
  return MASCULINE_O.test(word) ? [`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`] : [];
}

/**
 * Number and gender forms of a folded common word, itself left out: English and Spanish plural and singular, Spanish
 * feminine of words for people. Words under four letters and words with digits or signs have none.
 */
export function inflect(word: string, lang: "en" | "es"): string[] {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return [];
  const forms = [...plurals(word), ...singulars(word)];
  return lang === "es" ? [...forms, ...feminines(word)] : forms;
}

/** What nearly all labels are, folded: no sign in them that could belong to a word. */
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Folded words of a label as the tokeniser would give them. */
export function labelWords(label: string): string[] {
  const folded = foldLabel(label);
  if (PLAIN_WORDS.test(folded)) return folded.split(" ");
  return folded.match(/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:\+\+|#(?![\p{L}\p{N}]))?/gu) ?? [];
}

/**
 * Other spellings of a label as word lists: "front end" also "frontend", "PowerPoint" also "power point". Spellings
 * that would be, or contain, an everyday word are left out.
 */
export function spellingVariants(label: string, words: readonly string[] = labelWords(label)): string[][] {
  if (words.length > 2) return [];
  const variants: string[][] = [];
  const joined = words.join("");
  if (words.length === 2 && /^[a-z0-9]{4,24}$/u.test(joined) && !EVERYDAY.has(joined)) variants.push([joined]);
  const humps = words.length === 1 ? label.split(/(?<=\p{Ll})(?=\p{Lu})/u) : [];
  if (humps.length === 2) {
    const parts = humps.map(foldLabel);
    if (parts.every((part) => part.length >= 3 && /^[a-z]+$/u.test(part) && !EVERYDAY.has(part))) variants.push(parts);
  }
  return variants;
}

/** True for names of products and the like, which do not inflect: the same in both languages, or with capitals inside. */
export function isProperName(label: string, otherLanguage: readonly string[]): boolean {
  if (/\p{Ll}\p{Lu}|[\d+#.]/u.test(label)) return true;
  if (/^\p{Ll}/u.test(label)) return false;
  if (otherLanguage.includes(label)) return true;
  const folded = foldLabel(label);
  return otherLanguage.length === 0 || otherLanguage.some((other) => foldLabel(other) === folded);
}
