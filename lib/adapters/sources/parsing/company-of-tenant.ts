import type { RawInput } from "../source-adapter";
import { plainField } from "./plain-text";

const MAX_TEXTS = 30;
const MAX_TEXT_CHARS = 20_000;
const MAX_TENANT_CHARS = 60;

/** The warning that goes with a name read from an address. */
export const DERIVED_COMPANY = "company is not stated; its name is read from the board's address.";

function inTitleCase(words: string): string {
  return words.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** The tenant's letters with at most one space, point or dash between any two, standing alone and outside of addresses. */
function patternOf(letters: string): RegExp {
  const spelled = Array.from(letters)
    .map((letter) => letter.replace(/[^\p{L}\p{N}]/gu, "\\$&"))
    .join("[ .&'-]?");
  return new RegExp(`(?<![\\p{L}\\p{N}@/._-])${spelled}(?![\\p{L}\\p{N}@/_-]|\\.[a-z]{2})`, "giu");
}

function mostFrequent(spellings: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/**
 * The company behind a board's address name: as its own adverts spell it ("openai" is "OpenAI" where they say so), else the name in
 * title case. Null for an empty name.
 */
export function companyOfTenant(tenant: string | null, texts: readonly string[]): string | null {
  const words = (tenant ?? "")
    .slice(0, MAX_TENANT_CHARS)
    .replace(/[-_+\s]+/g, " ")
    .trim();
  if (words === "") return null;
  if (words !== words.toLowerCase()) return words;
  const letters = words.replace(/[^\p{L}\p{N}]/gu, "");
  if (letters.length < 2) return inTitleCase(words);
  const pattern = patternOf(letters);
  const found = texts
    .slice(0, MAX_TEXTS)
    .flatMap((text) => [...text.slice(0, MAX_TEXT_CHARS).matchAll(pattern)].map((match) => match[0].normalize()))
    .filter((spelling) => spelling !== spelling.toLowerCase());
  const mixed = found.filter((spelling) => spelling !== spelling.toUpperCase());
  return (
    mostFrequent(mixed.length > 0 ? mixed : found.filter((spelling) => spelling.length <= 5)) ?? inTitleCase(words)
  );
}

/** The employer's name that the source's own configuration states (`params.company`), or null. */
export function statedCompany(raw: RawInput): string | null {
  return plainField(raw.params?.company, 200);
}
