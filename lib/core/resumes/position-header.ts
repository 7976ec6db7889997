import type { Span } from "@/lib/core/kernel/span";
import { namesOrganisation, namesPlace, namesTitle } from "./career-words";
import type { DateRange } from "./date-range";
import { aroundSpan, type HeaderPart, splitAtEmployer, splitStrong, splitWeak } from "./header-parts";
import type { ResumeLine } from "./resume-lines";

/** A value with the words it was read from; confidence in (0, 1]. */
export type ReadValue = Span & { value: string; confidence: number };
/** Title, employer and place of one position, where its header says them. */
export type PositionHeader = { title: ReadValue | null; employer: ReadValue | null; place: ReadValue | null };

function toValue(part: HeaderPart | undefined, confidence: number): ReadValue | null {
  return part ? { value: part.text, start: part.start, end: part.end, confidence } : null;
}

/** Joins the tail of a comma list ("Pomona", "CA") into one part; the words between stay as they stand. */
function joinParts(parts: readonly HeaderPart[], whole: HeaderPart): HeaderPart | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  return {
    start: first.start,
    end: last.end,
    text: whole.text.slice(first.start - whole.start, last.end - whole.start),
  };
}

/** "Acme, Bogotá, Colombia" → the name and the place behind it; a part without a place behind stays whole. */
function splitPlace(part: HeaderPart): { name: HeaderPart; place: HeaderPart | undefined } {
  const [name, ...rest] = splitWeak(part);
  const place = joinParts(rest, part);
  return name && place && namesPlace(place.text) ? { name, place } : { name: part, place: undefined };
}

function withoutFullStop(part: HeaderPart): HeaderPart {
  return part.text.endsWith(".") ? { start: part.start, end: part.end - 1, text: part.text.slice(0, -1) } : part;
}

function pickTitle(parts: readonly HeaderPart[]): HeaderPart | undefined {
  const titled = parts.filter((part) => namesTitle(part.text));
  const other = parts.find((part) => !namesPlace(part.text) && !namesOrganisation(part.text));
  return titled.find((part) => !namesOrganisation(part.text)) ?? titled[0] ?? (parts.length > 1 ? other : undefined);
}

/** One part with a comma holds both the title and the employer when nothing else does. */
function spread(parts: readonly HeaderPart[]): HeaderPart[] {
  const named = parts.filter((part) => !namesPlace(part.text) || namesTitle(part.text) || namesOrganisation(part.text));
  if (named.length > 1) return [...parts];
  return parts.flatMap((part) => (part === named[0] ? splitNames(part) : [part]));
}

function splitNames(part: HeaderPart): HeaderPart[] {
  const linked = splitAtEmployer(part);
  if (linked) return linked;
  const [first, ...rest] = splitWeak(part);
  const tail = joinParts(rest, part);
  if (!first || !tail || (namesPlace(tail.text) && !namesTitle(first.text))) return [part];
  return [first, tail];
}

/** What the pieces of a position's header lines are: the job, who it was for, and where. */
export function readHeaderParts(given: readonly HeaderPart[]): PositionHeader {
  const parts = spread(given);
  const title = pickTitle(parts);
  const rest = parts.filter((part) => part !== title);
  const employerPart = rest.find((part) => namesOrganisation(part.text)) ?? rest.find((part) => !namesPlace(part.text));
  const split = employerPart ? splitPlace(employerPart) : undefined;
  const place = split?.place ?? rest.find((part) => part !== employerPart && namesPlace(part.text));
  return {
    title: toValue(title, title && namesTitle(title.text) ? 0.9 : 0.5),
    employer: toValue(split?.name, split && namesOrganisation(split.name.text) ? 0.9 : 0.7),
    place: toValue(place && withoutFullStop(place), 0.8),
  };
}

/** True for a line that may carry a title or an employer: short, not an item, not a sentence, without a date. */
export function isHeaderLike(line: ResumeLine | undefined, hasDate: (line: ResumeLine) => boolean): line is ResumeLine {
  if (!line || line.isItem || line.text.length > 100 || line.text.split(/\s+/).length > 13 || hasDate(line))
    return false;
  if (
    /[;:!?]$/.test(line.text) ||
    (line.text.endsWith(".") && !/\b(?:inc|corp|ltd|co|s\.a|s\.a\.s|uk|usa|ltda|c\.v|sr|jr)\.$/i.test(line.text))
  )
    return false;
  return /^[\p{Lu}\p{N}"“]/u.test(line.text);
}

/** The pieces that stand on the line of the dates beside them. */
export function partsBesideDates(line: ResumeLine, range: DateRange): HeaderPart[] {
  return aroundSpan(line.text, line.start, range).flatMap((part) => splitStrong(part.text, part.start));
}
