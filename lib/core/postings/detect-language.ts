import type { Lang } from "@/lib/core/kernel/language";
import { eld } from "eld/small";
import { plainLanguage } from "./plain-language";

/** The detector reads no more than this: the language of an advert is plain after a few lines, and cost grows with length. */
const SAMPLE_LENGTH = 600;
const SHORT_LENGTH = 40;
/** So much of a text is enough to tell its language by its plainest words; so many blocks are looked at where it is mixed. */
const BLOCK_LENGTH = 250;
const MOST_BLOCKS = 40;
/** What hardly any block of the one language lacks and the other does not have. */
const ENGLISH_WORD = / (?:the|and) /u;
const SPANISH_WORD = / (?:l[ao]s|del|y) /u;
/** No language has longer words; the detector's cost grows with the square of a word's length. */
const LONGEST_WORD = 60;
const LONG_WORD = new RegExp(String.raw`\S{${LONGEST_WORD + 1},}`, "gu");
const ADDRESS = /[^\s@]{1,64}@\S+|https?:\/\/\S+/gu;

function toLang(language: string): Lang {
  return language === "en" || language === "es" ? language : "und";
}

function isAsciiBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** True where a stretch without a blank may be too long: wherever one begins, it covers a place that is looked at. */
function mayHoldLongWord(text: string): boolean {
  for (let at = LONGEST_WORD; at < text.length; ) {
    let blank = at;
    while (blank > at - LONGEST_WORD && !isAsciiBlank(text.charCodeAt(blank))) blank -= 1;
    if (!isAsciiBlank(text.charCodeAt(blank))) return true;
    at = blank + LONGEST_WORD + 1;
  }
  return false;
}

function cutWords(text: string): string {
  return mayHoldLongWord(text) ? text.replace(LONG_WORD, (word) => word.slice(0, LONGEST_WORD)) : text;
}

function sampleOf(text: string): string {
  const from = text.length > 2 * SAMPLE_LENGTH ? Math.floor((text.length - SAMPLE_LENGTH) / 2) : 0;
  const sample = text.slice(from, from + SAMPLE_LENGTH);
  return cutWords(/@|:\/\//u.test(sample) ? sample.replace(ADDRESS, " ") : sample);
}

/** The one of the two languages that most of a text is plainly in, block by block; null where neither leads. */
function majority(text: string): Lang | null {
  const step = Math.max(BLOCK_LENGTH, Math.ceil(text.length / MOST_BLOCKS));
  let lead = 0;
  for (let at = 0; at < text.length; at += step) {
    const plain = plainLanguage(text.slice(at, at + BLOCK_LENGTH));
    if (plain !== null) lead += plain === "en" ? 1 : -1;
  }
  return lead === 0 ? null : lead > 0 ? "en" : "es";
}

/** The language of a text whose parts are in both: where the middle, the beginning and the end do not say the same. */
function mixedLanguage(text: string, middle: Lang | null): Lang | null {
  if (text.length <= SAMPLE_LENGTH) return null;
  const [opening, end] = [text.slice(0, BLOCK_LENGTH), text.slice(-BLOCK_LENGTH)];
  if (middle !== "es" && !SPANISH_WORD.test(opening) && !SPANISH_WORD.test(end)) return null;
  if (middle !== "en" && !ENGLISH_WORD.test(opening) && !ENGLISH_WORD.test(end)) return null;
  const [first, last] = [plainLanguage(opening), plainLanguage(end)];
  const said = new Set([first, middle, last]);
  return said.has("en") && said.has("es") ? majority(text) : null;
}

/**
 * The language of a text: "en", "es", or "und" where it is another one or too little is said. A text under 40 characters
 * is read together with its title; the middle of a long one is read, since adverts open with names. Where a long one begins or
 * ends in the other of the two languages, the one counts that most of it is in.
 */
export function detectLanguage(text: string, title = ""): Lang {
  const sample = sampleOf(text.trim()).trim();
  const whole = sample.length < SHORT_LENGTH ? `${sampleOf(title.trim())} ${sample}`.trim() : sample;
  // The detector costs more than all other reading; most texts leave it nothing to decide.
  const plain = plainLanguage(whole);
  const mixed = mixedLanguage(text, plain);
  if (mixed !== null) return mixed;
  if (plain !== null) return plain;
  return /\p{L}{2}/u.test(whole) ? toLang(eld.detect(whole).language) : "und";
}
