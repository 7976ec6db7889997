const BREAK = /[,;:()[\]•·|?!\n]+|(?<!\p{L})\.|\.(?=\s|$)|(?<=\s)[*–—-]+(?=\s)/u;
const JOIN_WORDS = {
  en: /\s+(?:and|or|as well as|while|such as|including|like|e\.g\.|i\.e\.|&|with|within|in order to|to|for|by|through)\s+/iu,
  es: /\s+(?:y|e|o|u|así como|mientras|tales como|incluyendo|como|con|dentro de|para|por|mediante)\s+/iu,
};
const MAX_PARTS = 60;
const MAX_WORDS = 6;

/**
 * The parts of a sentence that may each name a skill: clauses, and what stands between joining words; the clause itself too where it is
 * short. At most 60.
 */
export function splitPhrases(sentence: string, lang: "en" | "es"): string[] {
  const parts = sentence.split(BREAK).flatMap((clause) => {
    const whole = clause.trim();
    if (whole === "") return [];
    const inner = whole.split(JOIN_WORDS[lang]).map((part) => part.trim());
    return inner.length > 1 && whole.split(/\s+/u).length <= 2 * MAX_WORDS ? [whole, ...inner] : inner;
  });
  return [...new Set(parts.filter((part) => part !== ""))].slice(0, MAX_PARTS);
}
