import type { Lang } from "@/lib/core/kernel/language";
import { eld } from "eld/small";

/** The detector reads no more than this: the language of an advert shows early, and its cost grows with length. */
const SAMPLE_LENGTH = 1200;
const SHORT_LENGTH = 40;
const URL_OR_MAIL = /\S+@\S+|https?:\/\/\S+/gu;

function toLang(language: string): Lang {
  return language === "en" || language === "es" ? language : "und";
}

/**
 * The language of a text: "en", "es", or "und" where it is another one or too little is said. A text under 40 characters
 * is read together with its title; the middle of a long one is read, since adverts open with names.
 */
export function detectLanguage(text: string, title = ""): Lang {
  const plain = text.replace(URL_OR_MAIL, " ").trim();
  const whole = plain.length < SHORT_LENGTH ? `${title} ${plain}`.trim() : plain;
  if (!/\p{L}{2}/u.test(whole)) return "und";
  const from = whole.length > 2 * SAMPLE_LENGTH ? Math.floor((whole.length - SAMPLE_LENGTH) / 2) : 0;
  return toLang(eld.detect(whole.slice(from, from + SAMPLE_LENGTH)).language);
}
