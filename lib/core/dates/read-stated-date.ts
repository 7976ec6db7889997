import { foldLabel } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { addDays, utcDay } from "@/lib/core/kernel/utc-day";
import { dayOrderOf, numericDay } from "./calendar-day";
import { parseRelativeDate } from "./relative-date";
import { parseStatedDate } from "./stated-date";

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    "sunday sun domingo",
    "monday mon lunes",
    "tuesday tue martes",
    "wednesday wed miercoles",
    "thursday thu jueves",
    "friday fri viernes",
    "saturday sat sabado",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index])),
);
const MAX_CHARS = 120;
const NUMERIC = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/.-])/;
const WEEKDAY =
  /(?:(?:el|este|last|on|this)\s+(?:pasado\s+)?)?(?<![a-z])(sunday|domingo|monday|lunes|tuesday|martes|wednesday|miercoles|thursday|jueves|friday|viernes|saturday|sabado)(?![a-z])(?:\s+pasado)?/;

/** The last such weekday before `now`: "el lunes pasado", said on a Monday, is a week ago. */
function lastWeekday(words: string, now: Date): string | null {
  const match = WEEKDAY.exec(words);
  const weekday = WEEKDAYS.get(match?.[1] ?? "");
  if (match === null || weekday === undefined) return null;
  const isPast = /pasado|last/.test(match[0]);
  const back = (now.getUTCDay() - weekday + 7) % 7;
  return utcDay(addDays(now, -(back === 0 && isPast ? 7 : back)));
}

/**
 * The day that words beside an advert state for its publication: relative ("hace 3 días", "2w", "posted yesterday", "el
 * lunes pasado"), written out ("Publicado el 3 de marzo de 2025") or numeric ("03/11/2025", by the habit of the
 * country, else of the language). Null where they state none, where they only bound it ("hace más de 30 días", "30+
 * days ago") and where a numeric date could be read both ways.
 */
export function readStatedDate(
  words: string,
  now: Date,
  lang: Lang,
  country: string | null = null,
): { day: string } | null {
  const given = words.trim().slice(0, MAX_CHARS);
  if (given === "" || Number.isNaN(now.getTime())) return null;
  const numeric = NUMERIC.exec(given);
  const stated =
    numeric === null
      ? (parseStatedDate(given)?.slice(0, 10) ?? parseRelativeDate(given, now) ?? lastWeekday(foldLabel(given), now))
      : numericDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]), dayOrderOf(country, lang));
  return stated === null ? null : { day: stated };
}
