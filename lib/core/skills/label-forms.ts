import { foldLabel } from "@/lib/core/kernel/fold";

/** Words that a name is never taken apart into or put together as: they are everyday words of their own. */
const EVERYDAY = new Set(
  "the and for out one two you your our his her not but all any new now via per con por los las del una uno que para todo toda como mas sin esta este esto off set ink own pro".split(
    " ",
  ),
);

const MASCULINE = /(?:ador|edor|idor|tor|sor)$/u;
const MASCULINE_O = /(?:ario|ivo|ado|ero|logo|ico)$/u;
const VOWELS = "aeiou";
const LETTERS = /^[a-z]+$/;

function plurals(word: string): string[] {
  const last = word.charAt(word.length - 1);
  if (last === "s") return [];
  if (last === "x") return [`${word}es`];
  if (last === "y" && !VOWELS.includes(word.charAt(word.length - 2))) return [`${word.slice(0, -1)}ies`, `${word}s`];
  if (last === "z") return [`${word.slice(0, -1)}ces`];
  return last === "a" || last === "e" || last === "o" ? [`${word}s`] : [`${word}s`, `${word}es`];
}

function singulars(word: string): string[] {
  if (!word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return [];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  const forms = [word.slice(0, -1)];
  if (word.length >= 6 && /[rnldj]es$/u.test(word)) forms.push(word.slice(0, -2));
  if (word.endsWith("ces")) forms.push(`${word.slice(0, -3)}z`);
  return forms;
}

function feminines(word: string): string[] {
  if (word.endsWith("or")) return MASCULINE.test(word) ? [`${word}a`, `${word}as`] : [];
  return word.endsWith("o") && MASCULINE_O.test(word) ? [`${word.slice(0, -1)}a`, `${word.slice(0, -1)}as`] : [];
}

/**
 * Number and gender forms of a folded common word, itself left out: English and Spanish plural and singular, Spanish
 * feminine of words for people. Words under four letters and words with digits or signs have none.
 */
export function inflect(word: string, lang: "en" | "es"): string[] {
  if (word.length < 4 || !LETTERS.test(word)) return [];
  const forms = [...plurals(word), ...singulars(word)];
  return lang === "es" ? [...forms, ...feminines(word)] : forms;
}

/** What nearly all labels are, folded: no sign in them that could belong to a word. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Folded words of a label as the tokeniser would give them. */
export function labelWords(label: string): string[] {
  const folded = PLAIN_WORDS.test(label) ? label.toLowerCase() : foldLabel(label);
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

/**
 * True for names of products and the like, which do not inflect: the same in both languages, or with capitals inside.
 * `known` keeps the folded labels of the other language from one call to the next.
 */
export function isProperName(
  label: string,
  otherLanguage: readonly string[],
  known: { folded?: readonly string[] } = {},
): boolean {
  if (/\p{Ll}\p{Lu}|[\d+#.]/u.test(label)) return true;
  if (/^\p{Ll}/u.test(label)) return false;
  if (otherLanguage.length === 0 || otherLanguage.includes(label)) return true;
  known.folded ??= otherLanguage.map(foldLabel);
  return known.folded.includes(foldLabel(label));
}
