import { cuePlaces } from "@/lib/core/postings/fact-cues";
import { type Field, quote } from "@/lib/core/postings/find-phrases";
import type { OccupationReading, Reading } from "@/lib/core/postings/posting-reading";
import type { OccupationFinder } from "./occupation-finder";
import { bestTitle, type TitleMatch } from "./score-title";
import { titleWords } from "./title-words";

/** Shares of titles rightly told on the read sample, by how they were found; the text's by rank. */
const CONFIDENCE = { words: 0.92, word: 0.85, weak: 0.5, text: 0.6 };

const READ_CHARS = 1_500;
const CUED_CHARS = 90;
/** The job is named right behind the cue, or the cue was about something else. */
const NEAR_CUE = 14;
const NAMED = /^[^\n.;:]*/;
/** Words before the name of the job in a text; each begins with one that is looked for as "job". */
const CUES =
  /(?:\b(?:buscamos|busca|busqueda de|incorporar|incorporara|incorporamos|seleccionamos|seleccionara|solicita|solicitamos|necesitamos|necesita|requiere|contratara|sumar)(?: para [^.,\n]{3,40},?)?(?: a)?(?: (?:un|una|unos|unas|el|la|nuestro|nuestra|uno|\d{1,2}))?(?:\/a)?|\b(?:puesto|cargo|vacante|posicion|position|job title|role|rol)(?: de)?\s?:|\b(?:looking for|seeking|hiring|searching for|recruiting|need of|opportunity for|in search of)(?: (?:an?|our|the))?(?: [a-z-]{3,15}(?:,| and))?|\bas an?) /y;

function toReading(field: Field, match: TitleMatch, offset: number, method: string): Reading<OccupationReading> {
  const { occupation, stems, isSpanish, isWeak } = match.entry;
  const { id, isco, esco } = occupation;
  const label = (isSpanish ? occupation.es[0] : occupation.en[0]) ?? occupation.en[0] ?? id;
  const found = isWeak ? CONFIDENCE.weak : stems.length > 1 ? CONFIDENCE.words : CONFIDENCE.word;
  return {
    value: { id, isco, label, esco },
    confidence: method === "text" ? Math.min(CONFIDENCE.text, found) : found,
    method,
    evidence: [quote(field, offset + match.start, offset + match.end)],
  };
}

/** The job that the beginning of a text says it is about ("buscamos un/a …", "we are looking for a …"). */
function readFromText(finder: OccupationFinder, text: Field): Reading<OccupationReading> | null {
  const beginning = text.fold.folded.slice(0, READ_CHARS);
  let from = 0;
  for (const place of cuePlaces(text.fold).job) {
    if (place < from) continue;
    CUES.lastIndex = place;
    if (!CUES.test(beginning)) continue;
    from = CUES.lastIndex;
    const named = NAMED.exec(beginning.slice(from, from + CUED_CHARS))?.[0] ?? "";
    const match = bestTitle(finder, titleWords(named));
    if (match !== null && !match.entry.isWeak && match.start <= NEAR_CUE) return toReading(text, match, from, "text");
  }
  return null;
}

/**
 * The occupation that a posting is for, by its title; by the beginning of its text where the title names none or only a weak one
 * ("assistant", "operario"). Null where neither names one.
 */
export function readOccupation(
  finder: OccupationFinder,
  title: Field,
  text: Field | null,
): Reading<OccupationReading> | null {
  const words = titleWords(title.fold.folded);
  const match = words.length === 0 ? null : bestTitle(finder, words);
  if (match !== null && !match.entry.isWeak) return toReading(title, match, 0, "title");
  const told = text === null ? null : readFromText(finder, text);
  return told ?? (match === null ? null : toReading(title, match, 0, "title"));
}
