import { foldText } from "@/lib/core/kernel/fold";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import type { Evidence } from "./find-phrases";

export type RequiredLanguage = { lang: string; level: string | null };

/** English names of languages (as taxonomy labels have them), folded, by ISO 639-1 code. */
const CODES: Record<string, string> = {
  english: "en",
  spanish: "es",
  portuguese: "pt",
  french: "fr",
  german: "de",
  italian: "it",
  chinese: "zh",
  mandarin: "zh",
  "mandarin chinese": "zh",
  japanese: "ja",
  korean: "ko",
  russian: "ru",
  arabic: "ar",
  dutch: "nl",
  polish: "pl",
  catalan: "ca",
  basque: "eu",
  galician: "gl",
  swedish: "sv",
  norwegian: "no",
  danish: "da",
  finnish: "fi",
  greek: "el",
  turkish: "tr",
  hebrew: "he",
  hindi: "hi",
  ukrainian: "uk",
  czech: "cs",
  hungarian: "hu",
  romanian: "ro",
  bulgarian: "bg",
  vietnamese: "vi",
  thai: "th",
  indonesian: "id",
  quechua: "qu",
  guarani: "gn",
  latin: "la",
  persian: "fa",
  farsi: "fa",
  urdu: "ur",
  bengali: "bn",
  croatian: "hr",
  serbian: "sr",
  slovak: "sk",
  slovenian: "sl",
  estonian: "et",
  latvian: "lv",
  lithuanian: "lt",
  irish: "ga",
  welsh: "cy",
  malay: "ms",
  tamil: "ta",
  punjabi: "pa",
  swahili: "sw",
  albanian: "sq",
  "brazilian portuguese": "pt",
};

const LEVELS: readonly [string, RegExp][] = [
  ["native", /\bnativ[eoa]s?\b|mother tongue|lengua materna|\bbiling(?:ual|ue)s?\b|first language/u],
  [
    "fluent",
    /\bfluen(?:t|cy|tly|te|cia)\b|\bfluid[oa]\b|\bfluidez\b|\bproficien(?:t|cy)\b|\bfull professional\b|\bdominio (?:total|completo|absoluto)\b/u,
  ],
  [
    "advanced",
    /\badvanced\b|\bavanzad[oa]\b|\bnivel alto\b|\bexcelente?\b|\bexcellent\b|\bstrong\b|\bhigh level\b|\balto nivel\b|\bbusiness level\b|\bprofessional working\b|\bmuy bueno\b/u,
  ],
  ["upper-intermediate", /\bupper[\s-]intermediate\b|\bintermedi[oa][\s-](?:alto|avanzad[oa])\b|\bmedio[\s-]alto\b/u],
  [
    "intermediate",
    /\bintermediate\b|\bintermedi[oa]\b|\bnivel medio\b|\btecnico\b|\bworking knowledge\b|\bconversational\b|\bconversacional\b|\bgood\b|\bbuen\b/u,
  ],
  ["basic", /\bbasic[oa]?\b|\belemental\b|\belementary\b|\bbeginner\b|\bprincipiante\b/u],
];
/** A CEFR level for each word; where a word covers two, the lower. */
const CEFR_OF: Readonly<Record<string, string>> = {
  basic: "A2",
  intermediate: "B1",
  "upper-intermediate": "B2",
  advanced: "C1",
  fluent: "C1",
  native: "C2",
};
const CEFR = /^[ABC][12]$/u;

/**
 * The CEFR level (`A1` … `C2`) that a stated level stands for: itself, or that of its word ("intermediate" is B1,
 * "fluent" C1, "native" C2); null for other words.
 */
export function toCefr(level: string): string | null {
  return CEFR.test(level) ? level : (CEFR_OF[level] ?? null);
}

/** Where both could be read, the finer one is meant. */
const ORDER: readonly string[] = ["upper-intermediate", "native", "fluent", "advanced", "intermediate", "basic"];

const REACH = 45;

function cefrIn(words: string): string | null {
  return /(?<![\p{L}\p{N}])[abc][12](?![\p{L}\p{N}])/u.exec(words)?.[0].toUpperCase() ?? null;
}

/** "C1 level of …": right before the name, so that the level of another language in a list is left to it. */
function cefrRightBefore(words: string): string | null {
  const pattern = /(?<![\p{L}\p{N}])(?<cefr>[abc][12])\+?\)?(?: level)?(?: (?:of|in|de|del|en))?(?: idioma)? $/u;
  return pattern.exec(words)?.groups?.["cefr"]?.toUpperCase() ?? null;
}

function firstIn(words: string): string | null {
  const cefr = cefrIn(words);
  if (cefr !== null) return cefr;
  const found = LEVELS.flatMap(([level, pattern]) => {
    const at = pattern.exec(words)?.index;
    return at === undefined ? [] : [{ level, at }];
  });
  found.sort((a, b) => a.at - b.at || ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return found[0]?.level ?? null;
}

/**
 * The level stated with a language at `[start, end)` of a text: a CEFR level (`A1` … `C2`), else `native`, `fluent`,
 * `advanced`, `upper-intermediate`, `intermediate` or `basic`; null where no level stands beside it in its sentence. What
 * is part of the name wins, then what follows it, then what precedes it; but a CEFR level right beside says more than a word.
 */
export function readLanguageLevel(text: string, start: number, end: number): string | null {
  const inside = firstIn(foldText(text.slice(start, end)).folded);
  if (inside !== null && CEFR.test(inside)) return inside;
  const after = foldText(text.slice(end, end + REACH)).folded;
  const before = foldText(text.slice(Math.max(0, start - REACH), start)).folded;
  const right = after.split(/[\n;•]|\.\s/u)[0] ?? "";
  const left = before.split(/[\n;•]|\.\s/u).at(-1) ?? "";
  const rightmost = right.split(/,|\by\b|\band\b/u)[0] ?? "";
  if (inside !== null) return cefrIn(rightmost) ?? cefrRightBefore(left) ?? inside;
  return firstIn(rightmost) ?? firstIn(left.split(/,/u).at(-1) ?? "") ?? firstIn(right);
}

/** The ISO 639-1 code of a language by its English or taxonomy name; null for a language not in the table. */
export function languageCode(name: string): string | null {
  const folded = foldText(name)
    .folded.replace(/ language$/u, "")
    .trim();
  return CODES[folded] ?? null;
}

const NAME = Object.keys(CODES).join("|");
const NAME_ES = "ingles|espanol|castellano|portugues|frances|aleman|italiano|catalan|chino|japones|ruso|arabe";
const ALSO = `(?:(?:, ?(?:${NAME}|${NAME_ES}))*,? (?:and|or|y|e|o|u|y/o) (?:${NAME}|${NAME_ES}|(?:an)?other languages?|otros idiomas))?`;
const FILL = String.raw`(?:[\s/():–-]|(?:y|o|and|or|languages?|idioma|skills?|proficiency|level|nivel|speaking|speakers?|oral|written|spoken|escrito|hablado|avanzad[oa]|intermedi[oa]|basic[oa]|fluido|is|are|will be|would be|es|sera|seria|muy|highly|very|also)(?![\p{L}]))`;
/**
 * "German is highly valued", "inglés intermedio (oral y escrito), valorado", "Spanish and Catalan would be a plus":
 * what is said of the language alone.
 */
const WISHED_AFTER = new RegExp(
  String.raw`^${ALSO}${FILL}{0,12}(?:,\s?${FILL}{0,4})?(?:valued|valorad[oa]s?|valorables?|preferente|ideal|desirable|deseables?|se valorara?n?|an? (?:\p{L}+ )?(?:plus|asset|advantage)|un plus)(?:\s+positivamente)?(?=\s*(?:[.,;:)\n]|$|but))`,
  "u",
);
const WISH_REACH = 90;

function isWished(text: string, end: number): boolean {
  return WISHED_AFTER.test(foldText(text.slice(end, end + WISH_REACH)).folded);
}

/** The languages that a posting requires, with levels, and where it says so; null where it names none as required. */
export function readLanguages(
  skills: readonly FoundSkill[],
  fields: { title: string; text: string },
): { languages: RequiredLanguage[]; evidence: Evidence[] } | null {
  const languages: RequiredLanguage[] = [];
  const evidence: Evidence[] = [];
  for (const skill of skills) {
    const lang = skill.kind === "language" ? (languageCode(skill.label) ?? languageCode(skill.id)) : null;
    if (lang === null || skill.requirement === "preferred" || languages.some((known) => known.lang === lang)) continue;
    if (skill.mentions.length > 0 && skill.mentions.every(({ field, end }) => isWished(fields[field], end))) continue;
    const levels = skill.mentions.map(({ field, start, end }) => readLanguageLevel(fields[field], start, end));
    const level = levels.find((stated) => stated !== null) ?? null;
    if (skill.requirement === "mentioned" && level === null) continue;
    languages.push({ lang, level });
    evidence.push(...skill.mentions);
  }
  return languages.length === 0 ? null : { languages, evidence };
}
