import { cuePlaces } from "./fact-cues";
import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, findPhrases, type Phrase } from "./find-phrases";
import type { Seniority } from "./posting-fields";
import type { Reading } from "./posting-reading";
import { LEVEL_IN_WORDS, LEVEL_WORDS, ROLE_WORDS, TITLE_RULES } from "./seniority-words";

/** Shares of right readings on the tuning half of the labelled postings, rounded; `hint` rests on few. */
const CONFIDENCE = { title: 0.95, label: 0.9, text: 0.85, hint: 0.7 } as const;

const LEVEL: Trigger = { word: "level", before: 100, after: 80 };
const RANK: Trigger = { word: "rank", before: 45, after: 30 };
const START: Trigger = { word: "start", before: 35, after: 45 };

/** The line that LinkedIn puts under its adverts, also where it was saved as a list of strings. */
const LINKEDIN_LINE =
  /(?<![\p{L}\p{N}])seniority level\s*[:\-"',]{0,3}\s*(?<level>internship|entry level|associate|mid-senior level|director|executive)(?![\p{L}\p{N}])/gu;
const ANNOUNCED = String.raw`(?:looking for|seeking|hiring|recruiting|in search of|searching for|as an?|busca(?:mos|ndo)?|busqueda de|busqueda:?|incorporar(?: a)?|incorporamos|requiere|requerimos|solicita(?:mos)?|sumar(?: a)?|contratar(?: a)?|selecciona(?:mos)?|necesita(?:mos)?)`;
const NEXT_WORD = String.raw`(?:(?!(?:to|who|whom|that|with|for|from|by|our|para|que|con|por|supporting|reporting|and|y)\s)[^\s.;:]{1,30}\s)`;
/** Phrases of running text that speak of the job's own level; the bare word is left alone ("report to senior management"). */
const TEXT_PATTERN = foldedPattern(
  [
    String.raw`(?<![\p{L}\p{N}])(?:(?:seniority(?: level)?|nivel(?! intermedi)(?: de seniority| de experiencia)?|perfil|level|experience level)\s*:?\s*(?:${LEVEL_WORDS})`,
    String.raw`(?:${LEVEL_WORDS})\s+(?:(?!sales)(?:data|software|business|sales|systems?|web|product|financial|it)\s)?(?:${ROLE_WORDS}|level|position|profile|role)`,
    String.raw`(?:${ROLE_WORDS})\s+(?:de \p{L}{3,20} )?(?:${LEVEL_WORDS})`,
    String.raw`${ANNOUNCED}\s(?:un |una |un/a |an? |the |our )?${NEXT_WORD}{0,5}?(?:${LEVEL_WORDS})(?!\s(?:manage|leader|stakeholder|executive|team)))(?![\p{L}\p{N}])`,
  ].join("|"),
);
/** Whoever is mentored, led or worked with is somebody else. */
const SOMEBODY_ELSE =
  /\b(?:mentor|mentors|mentoring|coach|coaching|lead|leading|guide|guiding|supervise|supervising|train|training|support|supporting|alongside|with|by|from|to|one|two|three|acompanar|acompanamiento de|mentor de|mentoria a|junto a|con|guiar|liderar|formar)\s(?:\S+\s){0,2}$/u;
const RANKED =
  /(?<![\p{L}\p{N}])(?:as an? (?:vice president|senior vice president)|(?:in|as) an? (?:team |technical |tech |project )?lead(?:er)? (?:role|capacity|position)|(?:busca(?:mos|ndo)?|busqueda de|vacante (?:de|como)|necesitamos|incorpora(?:mos|r(?: a)?)|looking for|seeking|hiring)\s(?:un |una |un\/a |an? )?(?:supervisor|jef[ea]|encargad[oa]|coordinador|gerente|lider|team lead(?:er)?|store manager)[\p{L}/()]{0,5})(?![\p{L}\p{N}])/gu;
const STARTERS =
  /(?<![\p{L}\p{N}])(?:recien (?:egresad|graduad|recibid)[oa]s?|(?:sin|no requiere|no se requiere|no es necesaria) experiencia(?: previa)?|no (?:prior |previous |work )?experience (?:is )?(?:required|necessary|needed)|entry[\s-]level)(?![\p{L}\p{N}])/gu;
/** "Assistant to the director", "asistente de gerencia general": the level is that of somebody else. */
const SERVES_BEFORE =
  /(?:assistant|asistente|secretari[oa](?:\/a)?|support|supporting|reporting|reports)\s(?:ejecutiv[oa]\s)?(?:to|de|del|de la|a la|al)\s(?:the |la |el )?$/u;
const ASSISTS =
  /(?<![\p{L}])(?:executive assistant|executive secretary|main principal|(?:sede|oficina|casa) principal)/u;

/** "An internship is preferred": asked of the past, no level of the job. */
const PAST_INTERNSHIP =
  /^ (?:program(?:me)?s? )?(?:experience|(?:is |are )?(?:strongly |highly )?(?:preferred|desired|desirable|required|a plus|an advantage))(?![\p{L}])/u;

function reading(value: Seniority, phrases: readonly Phrase[], how: keyof typeof CONFIDENCE): Reading<Seniority> {
  const method = how === "hint" ? "text" : how;
  return { value, confidence: CONFIDENCE[how], method, evidence: phrases.map((phrase) => phrase.evidence) };
}

function fromTitle(title: Field): Reading<Seniority> | null {
  const { folded } = title.fold;
  const { titleLevel, numbers } = cuePlaces(title.fold);
  if ((titleLevel.length === 0 && numbers.length === 0) || ASSISTS.test(folded)) return null;
  for (const { seniority, pattern } of TITLE_RULES) {
    const found = findPhrases(title, pattern).filter(({ start }) => !SERVES_BEFORE.test(folded.slice(0, start)));
    if (found.length > 0) return reading(seniority, found, "title");
  }
  return null;
}

function levelIn(words: string): Seniority | null {
  return LEVEL_IN_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function fromPhrases(text: Field, trigger: Trigger, pattern: RegExp): Reading<Seniority> | null {
  for (const phrase of findPhrasesNear(text, trigger, pattern)) {
    if (SOMEBODY_ELSE.test(text.fold.folded.slice(Math.max(0, phrase.start - 40), phrase.start))) continue;
    const level = levelIn(text.fold.folded.slice(phrase.start, phrase.end));
    const isPast = level === "internship" && PAST_INTERNSHIP.test(text.fold.folded.slice(phrase.end, phrase.end + 35));
    if (level !== null && !isPast) return reading(level, [phrase], "text");
  }
  return null;
}

function fromLine(text: Field): Reading<Seniority> | null {
  const line = text.fold.folded.includes("seniority level") ? findPhrases(text, LINKEDIN_LINE).at(-1) : undefined;
  const level = line === undefined ? null : levelIn(line.groups["level"] ?? "");
  return line === undefined || level === null ? null : reading(level, [line], "label");
}

/**
 * The seniority that a posting states: of its title, else of LinkedIn's line "Seniority level", else of phrases of its
 * text that name the job's level; null where none does. Managers of people, heads of a team and coordinators are
 * "lead"; years of experience are not turned into a level.
 */
export function readSeniority(title: Field, text: Field): Reading<Seniority> | null {
  const titled = fromTitle(title);
  if (titled !== null) return titled;
  const stated = fromLine(text) ?? fromPhrases(text, LEVEL, TEXT_PATTERN);
  if (stated !== null) return stated;
  const ranked = fromPhrases(text, RANK, RANKED);
  if (ranked !== null) return ranked;
  const starter = findPhrasesNear(text, START, STARTERS)[0];
  return starter === undefined ? null : reading("entry", [starter], "hint");
}
