import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, type Phrase, quote } from "./find-phrases";
import { type Reading, type Shift, SHIFTS } from "./posting-reading";

const CONFIDENCE = { title: 0.95, text: 0.88 } as const;

const NAMED: Trigger = { word: "shift", before: 45, after: 55 };
const SHIFT_WORDS: Readonly<Record<Shift, string>> = {
  rotating:
    "(?:turnos?|horarios?|guardias?|jornadas?|dias|esquema|sistema)(?: \\p{L}+){0,2} rotat(?:iv|ori)[oa]s?|turnos? (?:americanos?|rotando)|rotacion de turnos|rotating (?:shifts?|rota|roster|schedule)|rotational shifts?|shift rotation|(?:4 on 4 off|continental) shifts?",
  split: "(?:turnos?|horarios?|jornadas?) (?:partid[oa]s?|cortad[oa]s?|discontinu[oa]s?)|split[\\s-]shifts?",
  night:
    "(?:turnos?|horarios?|jornadas?|guardias?|franja)(?: laboral)?(?: de)?(?: la)? (?:noches?|nocturn[oa]s?|noctura)|(?:night|overnight|graveyard|third|3rd)[\\s-]shifts?|work(?:ing)? nights|nights? only",
  weekend:
    "(?:solo|unicamente|turnos? de|jornada de|trabajar(?: los)?|trabajo(?: en| los)?|disponibilidad(?: \\p{L}+){0,4}|inclu(?:ye|yendo|idos)(?: los)?|y|incluso(?: los)?) fin(?:es)? de semana|(?:weekend (?:shifts?|work(?:ing)?|only|availability)|work(?:ing)? (?:on )?(?:some |alternate |every |most )?weekends|including weekends|evenings and weekends|weekends (?:as required|required)|availability (?:on )?weekends)",
  day: "(?:turnos?|horarios?|jornadas?|guardias?|franja)(?: laboral)?(?: de)?(?: la)? (?:mananas?|diurn[oa]s?|dia|tardes?)|(?:day|first|1st|morning|daytime|early|afternoon)[\\s-]shifts?|shift:? day",
};
const NAMED_SHIFT = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:${SHIFTS.map((shift) => `(?<${shift}>${SHIFT_WORDS[shift]})`).join("|")})(?![\p{L}\p{N}])`,
);
const DENIED_BEFORE =
  /(?:\bno|\bsin|\bnot|\bnor|\bnever|n't|\bfree|libres?) (?:se |hay |an? |any |work |working |on |trabaja |requiere |los )*$/u;
const DENIED_AFTER = /^ (?:libres?|off\b|free|no (?:se )?trabaj)/u;
/** Nights that may come up, or are paid for apart: "some nights", "a premium for night shifts". */
const SELDOM_BEFORE =
  /(?:\boccasional(?:ly)?|\bsome|\bsporadic(?:ally)?|ocasional(?:es|mente)?|esporadic(?:os|amente)?|eventual(?:es|mente)?)(?: \p{L}+){0,3} $|(?:payments?|premiums?|differentials?|allowances?) for (?:any |some )?$/u;
const SELDOM_AFTER =
  /^[^.\n]{0,40}\b(?:as (?:needed|required|necessary)|when (?:needed|required|necessary)|if (?:needed|required|necessary)|segun (?:la )?necesidad|si (?:es|fuera) necesario|cuando (?:sea|se) \p{L}+)/u;
/** "Flexible to work nights, weekends and holidays": any time at all, no shift of the job's. */
const READY_BEFORE =
  /(?:flexib|dispon|availab|able|abilit|willing|incluid|posibilidad|\bmay\b|asked)[^.\n]{0,45}$|(?:weekends?|fin(?:es)? de semana|holidays|feriados),? (?:and|or|y|o) $/u;
const READY_AFTER =
  /^(?:[.,/]| and\/or| y\/o| and| or| y| o| days| dias| evenings| mornings| tardes){1,4} ?(?:on |los )?(?:weekends?|fin(?:es)? de semana|holidays|feriados)/u;
const ENDS_WITH_WEEKEND = /(?:weekends?|fin(?:es)? de semana|holidays|feriados),? (?:and|or|y|o) $/u;

/** True of nights that are named by the way. */
function isByTheWay(before: string, after: string): boolean {
  if (SELDOM_BEFORE.test(before) || SELDOM_AFTER.test(after)) return true;
  return READY_BEFORE.test(before) && (READY_AFTER.test(after) || ENDS_WITH_WEEKEND.test(before));
}

/** A rota contains nights and weekends; a broken day is told before the hours it holds. */
const FIRST: readonly Shift[] = ["rotating", "split"];

/** "Warehouse Operative - Nights", "Enfermera (noche)": a part of the title that is nothing but the time. */
const TITLE_PART =
  /(?:^|[-–—|,(/] ?)(?<words>(?<night>nights?|noches?|nocturn[oa]s?|overnights?)|(?<weekend>weekends?|fin(?:es)? de semana)|(?<day>days|mornings|afternoons|tarde|diurn[oa]))(?= ?(?:$|[-–—|,)/]))/u;

function partOfTitle(title: Field): Reading<Shift> | null {
  const part = TITLE_PART.exec(title.fold.folded);
  const words = part?.groups?.["words"];
  const shift = SHIFTS.find((one) => part?.groups?.[one] !== undefined);
  if (part === null || words === undefined || shift === undefined) return null;
  const end = part.index + part[0].length;
  const evidence = [quote(title, end - words.length, end)];
  return { value: shift, confidence: CONFIDENCE.title, method: "title", evidence };
}

type Named = { shift: Shift; phrase: Phrase };

function namedShifts(field: Field): Named[] {
  const { folded } = field.fold;
  return findPhrasesNear(field, NAMED, NAMED_SHIFT).flatMap((phrase): Named[] => {
    const shift = SHIFTS.find((one) => phrase.groups[one] !== undefined);
    const isDenied =
      DENIED_BEFORE.test(folded.slice(Math.max(0, phrase.start - 25), phrase.start)) ||
      DENIED_AFTER.test(folded.slice(phrase.end, phrase.end + 25));
    if (shift === undefined || isDenied) return [];
    const before = folded.slice(Math.max(0, phrase.start - 60), phrase.start);
    if (shift === "night" && isByTheWay(before, folded.slice(phrase.end, phrase.end + 60))) return [];
    return [{ shift, phrase }];
  });
}

/** The shift that a posting states: a rotating or a split one before others, else the one named first, weekends last; null where it names none. */
export function readShift(title: Field, text: Field): Reading<Shift> | null {
  const part = partOfTitle(title);
  if (part !== null) return part;
  for (const field of [title, text]) {
    const named = namedShifts(field);
    const chosen =
      named.find(({ shift }) => FIRST.includes(shift)) ?? named.find(({ shift }) => shift !== "weekend") ?? named[0];
    if (chosen === undefined) continue;
    const evidence = named.filter(({ shift }) => shift === chosen.shift).map(({ phrase }) => phrase.evidence);
    return { value: chosen.shift, confidence: CONFIDENCE[field.field], method: field.field, evidence };
  }
  return null;
}
