import { escapePattern } from "@/lib/core/kernel/escape-pattern";

/** What is known of a person, to be hidden wherever it stands. */
export type PersonalData = { name?: string | null; address?: string | null };

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const LINK =
  /\b(?:https?:\/\/|www\.)[^\s<>"')\]]{1,500}|\b(?:[a-z]{2,3}\.)?(?:linkedin|github|gitlab|twitter|x|facebook|instagram|behance|medium|stackoverflow|t|wa)\.(?:com|me|net|org)\/[^\s<>"')\]]{1,300}/giu;
const PHONE = /(?:\+|\b00)?\(?\d[\d\s().\-–/]{5,24}\d/gu;
const YEARS =
  /^\(?(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d{2}(?:[/.-]\d{1,2})?\s*[-–/]\s*(?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)\d{2}(?:[/.-]\d{1,2})?\)?$/u;
const STREET =
  /\b(?:calle|carrera|cra|cl|avenida|avda|av|diagonal|transversal|pasaje|paseo|plaza|autopista)\.?\s+[\p{L}\p{N} .'-]{0,40}?(?:#|n[°ºo.]|no\.?)?\s*\d{1,5}[a-z]?(?:\s*[-–#]\s*\d{1,4})*|\b\d{1,5}\s+(?:[\p{L}'-]+\s+){1,3}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct)\b\.?/giu;

const MIN_PHONE_DIGITS = 8;
const MAX_PHONE_DIGITS = 15;
const MIN_NAME = 3;

function maskPhone(found: string): string {
  const digits = found.replace(/\D/gu, "").length;
  const isPhone = digits >= MIN_PHONE_DIGITS && digits <= MAX_PHONE_DIGITS && !YEARS.test(found.trim());
  return isPhone ? "[phone]" : found;
}

/** Matches a word with or without its accents. */
function looseAccents(word: string): string {
  const base = word.normalize("NFD").replace(/\p{M}/gu, "");
  return Array.from(base, (letter) => `${escapePattern(letter)}\\p{M}*`).join("");
}

function maskWords(text: string, known: string, mark: string): string {
  const words = known.split(/[\s,]+/u).filter((word) => word.length >= MIN_NAME);
  if (words.length === 0) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(looseAccents).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return text.normalize("NFD").replace(pattern, mark).normalize("NFC");
}

function maskPhrase(text: string, known: string, mark: string): string {
  const phrase = known.trim();
  return phrase.length < MIN_NAME ? text : text.replace(new RegExp(escapePattern(phrase), "giu"), mark);
}

/**
 * The text with e-mail addresses, links, telephone numbers and street addresses replaced by marks, and with every word of the
 * person's name and the whole known address. What leaves the machine goes through here. In doubt it masks: a long
 * number that is no range of years is taken for a telephone.
 */
export function maskPersonalData(text: string, person: PersonalData = {}): string {
  const address = maskPhrase(text, person.address ?? "", "[address]");
  const masked = address
    .replace(EMAIL, "[email]")
    .replace(LINK, "[link]")
    .replace(STREET, "[address]")
    .replace(PHONE, maskPhone);
  return maskWords(masked, person.name ?? "", "[name]");
}
