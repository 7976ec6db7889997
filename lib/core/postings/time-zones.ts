import { foldedPattern } from "./folded-pattern";
import { type Field, findPhrases, type Phrase } from "./find-phrases";

/** Offsets from UTC in hours, inclusive. */
export type TimeZones = { from: number; to: number };
export type FoundTimeZones = { zones: TimeZones; phrase: Phrase };

/** Standard offsets of the zones that adverts name; summer time moves the clock, not the people. */
const OFFSETS: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 0,
  cet: 1,
  cest: 1,
  eet: 2,
  est: -5,
  edt: -5,
  et: -5,
  eastern: -5,
  cst: -6,
  cdt: -6,
  ct: -6,
  central: -6,
  mst: -7,
  mountain: -7,
  pst: -8,
  pdt: -8,
  pt: -8,
  pacific: -8,
  brt: -3,
  art: -3,
  clt: -4,
  cot: -5,
  pet: -5,
  ist: 5.5,
  sgt: 8,
  jst: 9,
  aest: 10,
};
const NAMES = Object.keys(OFFSETS)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const LEAST_OFFSET = -12;
const GREATEST_OFFSET = 14;
const OFFSET = String.raw`[+-]\s?\d{1,2}(?::\d{2})?`;
const ZONE = String.raw`(?:(?:utc|gmt)\s?${OFFSET}|${NAMES})`;

const MAY_NAME_ZONES = /utc|gmt|time ?zone|huso|zona horaria|hours? of overlap|overlap|\b[ecp]e?s?t\b/u;
const PATTERNS: readonly RegExp[] = [
  // "UTC-5 to UTC-3", "between GMT -3 and +1", "EST to CET"
  foldedPattern(
    String.raw`(?<![\p{L}\p{N}])(?<from>${ZONE})\s?(?:to|a|and|y|-|/|through|hasta)\s?(?<to>${ZONE}|${OFFSET})(?![\p{L}\p{N}])`,
  ),
  // "EST ± 2h", "CET (+/- 3 hours)"
  foldedPattern(
    String.raw`(?<![\p{L}\p{N}])(?<around>${ZONE})(?: time ?zone)?\s?\(?(?:±|\+\s?/\s?-|\+-)\s?(?<spread>\d{1,2})\s?(?:h|hs|hrs?|hours?|horas)?(?![\p{L}\p{N}])`,
  ),
  // "within 3 hours of EST", "(+/- 2 hours) of CET"
  foldedPattern(
    String.raw`(?<![\p{L}\p{N}])(?:within|(?:±|\+\s?/\s?-))\s?(?<spread>\d{1,2}) (?:h|hours?|hrs?) (?:of|from) (?:the )?(?<around>${ZONE})(?![\p{L}\p{N}])`,
  ),
  // "in the Pacific time zone", "overlap with EST hours", "zona horaria de UTC-3"
  foldedPattern(
    String.raw`(?<![\p{L}\p{N}])(?<around>${ZONE})(?: standard)?(?: time)?[ -]?(?:time ?zones?|business hours|working hours|hours)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:time ?zones?|zona horaria|huso horario|overlap with)(?: \p{L}{2,5}){0,2}:? ?\(?(?<named>${ZONE})(?![\p{L}\p{N}])`,
  ),
];

function offsetOf(zone: string): number | null {
  const stated = /[+-]\s?\d{1,2}(?::\d{2})?/u.exec(zone)?.[0].replaceAll(" ", "");
  if (stated === undefined) return OFFSETS[zone] ?? null;
  const [hours = "0", minutes = "0"] = stated.slice(1).split(":");
  const offset = (stated.startsWith("-") ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  return offset < LEAST_OFFSET || offset > GREATEST_OFFSET ? null : offset;
}

function clamped(offset: number): number {
  return Math.min(GREATEST_OFFSET, Math.max(LEAST_OFFSET, offset));
}

function zonesOf({ groups }: Phrase): TimeZones | null {
  const around = groups["around"] ?? groups["named"];
  if (around !== undefined) {
    const middle = offsetOf(around);
    const spread = Number(groups["spread"] ?? 0);
    return middle === null ? null : { from: clamped(middle - spread), to: clamped(middle + spread) };
  }
  const [from, to] = [offsetOf(groups["from"] ?? ""), offsetOf(groups["to"] ?? "")];
  return from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to) };
}

/**
 * The time zones that an advert asks its people to be in or to work in, as offsets from UTC; a range before a single
 * one. Null where it names none.
 */
export function findTimeZones(text: Field): FoundTimeZones | null {
  if (!MAY_NAME_ZONES.test(text.fold.folded)) return null;
  for (const pattern of PATTERNS) {
    for (const phrase of findPhrases(text, pattern)) {
      const zones = zonesOf(phrase);
      if (zones !== null) return { zones, phrase };
    }
  }
  return null;
}
