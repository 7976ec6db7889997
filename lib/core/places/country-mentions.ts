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

/** Every folded name and nationality that a mention may consist of. */
export const COUNTRY_NAMES: readonly string[] = [...NAMES.values()].flatMap((names) => names.map(({ words }) => words));

/** The name of a country that begins with a word of a text; null where none does. */
export function mentionAt(folded: string, word: string, start: number): CountryMention | null {
  const name = NAMES.get(word)?.find(
    ({ words }) => folded.startsWith(words, start) && !WORD_SIGN.test(folded[start + words.length] ?? " "),
  );
  if (name === undefined || (word.startsWith("mexic") && folded.endsWith("new ", start))) return null;
  return { country: name.country, kind: name.kind, start, end: start + name.words.length };
}
