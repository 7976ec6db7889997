import type { Span } from "@/lib/core/kernel/span";
import { foldText } from "@/lib/core/kernel/fold";
import type { ResumeLine } from "./resume-lines";

/** A spoken language: ISO 639-1 code, level as CEFR (`B2`) or one of native, fluent, advanced, intermediate, basic. */
export type LanguageReading = Span & { lang: string; level: string | null };

const NAMES: Record<string, string> = {
  en: "english|ingles",
  es: "spanish|espanol|castellano",
  pt: "portuguese|portugues",
  fr: "french|frances",
  de: "german|aleman",
  it: "italian|italiano",
  zh: "chinese|mandarin|chino|chino mandarin",
  ja: "japanese|japones",
  ko: "korean|coreano",
  ru: "russian|ruso",
  ar: "arabic|arabe",
  nl: "dutch|neerlandes|holandes",
  ca: "catalan",
  gl: "galician|gallego",
  eu: "basque|euskera|vasco",
  qu: "quechua",
  gn: "guarani",
  ay: "aymara",
  hi: "hindi",
  pl: "polish|polaco",
  sv: "swedish|sueco",
  tr: "turkish|turco",
  he: "hebrew|hebreo",
};
const CODE_OF = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split("|").map((name) => [name, code] as const)),
);
const ANY_NAME = new RegExp(`\\b(?:${[...CODE_OF.keys()].sort((a, b) => b.length - a.length).join("|")})\\b`, "g");
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:native|mother tongue|first language|nativ[oa]|lengua materna|materna|bilingual|bilingue)\b/, "native"],
  [/\b(?:fluent|fluid[oa]|proficient|full professional|competencia profesional completa)\b/, "fluent"],
  [/\b(?:advanced|avanzad[oa]|upper[- ]intermediate|intermedio[- ]alto)\b/, "advanced"],
  [/\b(?:intermediate|intermedi[oa]|limited working|conversational|conversacional|medio)\b/, "intermediate"],
  [/\b(?:basic|basic[oa]|elementary|elemental|beginner|principiante)\b/, "basic"],
];

function levelIn(folded: string): string | null {
  const cefr = /\b([abc][12])\b/.exec(folded)?.[1];
  return cefr?.toUpperCase() ?? LEVELS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** A level stands behind its language ("English (C1)") or, with "in" or "en" between, before it ("Fluent in Spanish"). */
function levelOf(before: string, behind: string): string | null {
  const words = before.split(/[,;|/]/).at(-1) ?? "";
  if (/\b(?:in|en|de)\s*$/.test(words.slice(-40))) return levelIn(words.slice(-40));
  const pieces = behind.split(/[,;|/]/);
  const own = pieces.length > 1 && /\b(?:in|en)\s*$/.test(pieces.at(-1) ?? "") ? pieces.slice(0, -1) : pieces;
  return (
    levelIn(own.join(" ").slice(0, 80)) ??
    (before.length < 30 && /^\s*[\p{L} ]+:?\s*$/u.test(before) ? levelIn(before) : null)
  );
}

/** The languages named in the lines of a languages section; each at its first mention. */
export function readLanguages(lines: readonly ResumeLine[]): LanguageReading[] {
  const found: LanguageReading[] = [];
  for (const line of lines) {
    // Accents fold away one for one in these names, so offsets into the folded line are offsets into the line.
    const folded = foldText(line.text).folded;
    if (folded.length !== line.text.length) continue;
    const hits = [...folded.matchAll(ANY_NAME)];
    for (const [index, hit] of hits.entries()) {
      const lang = CODE_OF.get(hit[0]);
      if (lang === undefined || found.some((other) => other.lang === lang)) continue;
      const end = hit.index + hit[0].length;
      const previous = hits[index - 1];
      const before = folded.slice(previous ? previous.index + previous[0].length : 0, hit.index);
      const level = levelOf(before, folded.slice(end, hits[index + 1]?.index ?? folded.length));
      found.push({ lang, level, start: line.start + hit.index, end: line.start + end });
    }
  }
  return found;
}
