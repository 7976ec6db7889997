import { COUNTRY_WORDS } from "./country-names";

export type CountryMention = {
  country: string;
  kind: "name" | "nationality";
  /** Offsets into the folded text. */
  start: number;
  end: number;
};

const MAX_NAME_WORDS = 7;
const WORD_SIGN = /[a-z0-9]/;
const [DIGIT_0, DIGIT_9, LETTER_A, LETTER_Z] = [48, 57, 97, 122];

type Name = { words: string; country: string; kind: "name" | "nationality" };

function firstWord(words: string): string {
  return /^[a-z0-9]+/.exec(words)?.[0] ?? words;
}

/** Names of countries by their first word, the longest first; "us" is left out, as it is a word of its own where case is gone. */
function byFirstWord(): ReadonlyMap<string, readonly Name[]> {
  const found = new Map<string, Name[]>();
  for (const [words, { code, kind }] of COUNTRY_WORDS) {
    if (kind === "code" || words === "us" || words.split(" ").length > MAX_NAME_WORDS) continue;
    const first = firstWord(words);
    found.set(first, [...(found.get(first) ?? []), { words, country: code, kind }]);
  }
  for (const names of found.values()) names.sort((a, b) => b.words.length - a.words.length);
  return found;
}

const NAMES = byFirstWord();

function isWordUnit(code: number): boolean {
  return (code >= LETTER_A && code <= LETTER_Z) || (code >= DIGIT_0 && code <= DIGIT_9);
}

/** Gives every run of Latin letters and digits of a folded text to `visit`, with where it begins. */
export function scanWords(folded: string, visit: (word: string, start: number) => void): void {
  let start = -1;
  for (let at = 0; at <= folded.length; at += 1) {
    const isInside = at < folded.length && isWordUnit(folded.charCodeAt(at));
    if (isInside && start < 0) start = at;
    else if (!isInside && start >= 0) {
      visit(folded.slice(start, at), start);
      start = -1;
    }
  }
}

/** The name of a country that begins with a word of a text; null where none does. */
export function mentionAt(folded: string, word: string, start: number): CountryMention | null {
  const name = NAMES.get(word)?.find(
    ({ words }) => folded.startsWith(words, start) && !WORD_SIGN.test(folded[start + words.length] ?? " "),
  );
  if (name === undefined || (word.startsWith("mexic") && folded.endsWith("new ", start))) return null;
  return { country: name.country, kind: name.kind, start, end: start + name.words.length };
}

/**
 * The countries that a folded text names, and the nationalities, in their order: the longest name at each word. Namesakes ("georgia", "jordan") are
 * not told apart, codes are not taken. Time grows with the text alone.
 */
export function findCountryMentions(folded: string): CountryMention[] {
  const mentions: CountryMention[] = [];
  let from = 0;
  scanWords(folded, (word, start) => {
    const mention = start < from ? null : mentionAt(folded, word, start);
    if (mention === null) return;
    from = mention.end;
    mentions.push(mention);
  });
  return mentions;
}
