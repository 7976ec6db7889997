import { cuePlaces } from "@/lib/core/postings/fact-cues";
import type { Field } from "@/lib/core/postings/find-phrases";
import { PLACE_CUES } from "./cue-words";

/** A stretch of a folded text that may name the place of the job. */
export type PlaceCue = {
  start: number;
  end: number;
  method: "title" | "label" | "text";
  /** The stretch is the name itself, not where it begins. */
  isExact: boolean;
};

const READ_CHARS = 6_000;
const MAX_CUES = 24;
const NAME_CHARS = 80;
const NAME_END = /[\n.;*•|]/;
/** What may stand between a label and its colon. */
const LABEL =
  /(?: de (?:trabajo|residencia|prestacion|la vacante)| del (?:puesto|empleo|trabajo)| of work)?(?: ?\([a-z ]{1,20}\))? ?(?::|\n|-(?= )) {0,3}\n?/y;
const ARTICLE =
  "(?:our |the |la (?:ciudad|zona|localidad|provincia) de |el (?:barrio|partido|departamento) de |zona (?:de )?|city of |downtown )?";
const IN = new RegExp(` in ${ARTICLE}`, "y");
const IN_OR_AT = new RegExp(` (?:in|at|out of) ${ARTICLE}`, "y");
const EN = new RegExp(` en ${ARTICLE}`, "y");
const EN_OR_DE = new RegExp(` (?:en|de) ${ARTICLE}`, "y");
const ZONE = / (?:de )?/y;

/** What may follow the words that announce a place, before its name. */
const FOLLOWING: Readonly<Record<keyof typeof PLACE_CUES, RegExp>> = {
  label: LABEL,
  inOrAt: IN_OR_AT,
  in: IN,
  en: EN,
  enOrDe: EN_OR_DE,
  zone: ZONE,
};

type Cue = { method: "label" | "text"; after: RegExp; rank: number };

function byWord(): ReadonlyMap<string, readonly Cue[]> {
  const found = new Map<string, Cue[]>();
  const names = Object.keys(PLACE_CUES).filter((name): name is keyof typeof PLACE_CUES => name in PLACE_CUES);
  for (const [index, name] of names.entries()) {
    const cue: Cue = { method: name === "label" ? "label" : "text", after: FOLLOWING[name], rank: index + 1 };
    for (const word of PLACE_CUES[name].split(" ")) found.set(word, [...(found.get(word) ?? []), cue]);
  }
  return found;
}

const CUES_BY_WORD = byWord();
const WORD = /[a-z0-9]+/y;
const DIGIT = /[0-9]/;
const NAME_BEFORE = /(?:\p{Lu}[\p{L}.'-]{1,20} ){0,2}\p{Lu}[\p{L}.'-]{1,20}$/u;
const BEFORE_CHARS = 40;
/** "London-based" comes after labels and before phrases. */
const BASED_RANK = 1.5;

function nameEnd(folded: string, start: number): number {
  const stretch = folded.slice(start, start + NAME_CHARS);
  return start + (NAME_END.exec(stretch)?.index ?? stretch.length);
}

function cueAfter(folded: string, end: number, { method, after }: Cue): PlaceCue | null {
  after.lastIndex = end;
  const between = after.exec(folded);
  if (between === null) return null;
  const start = end + between[0].length;
  return { start, end: nameEnd(folded, start), method, isExact: false };
}

/** "London-based", "Sydney based": the words in capitals before it. */
function cueBefore({ text, fold }: Field, start: number): PlaceCue | null {
  if (fold.starts !== null) return null;
  const end = start - 1;
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, end - BEFORE_CHARS), end));
  return name === null ? null : { start: end - name[0].length, end, method: "text", isExact: true };
}

/** Where a text says the place of the job: after labels ("Lugar de trabajo:") first, then in phrases ("based in"). Folded offsets. */
export function findPlaceCues(field: Field): PlaceCue[] {
  const folded = field.fold.folded.slice(0, READ_CHARS);
  const found: { cue: PlaceCue; rank: number }[] = [];
  for (const start of cuePlaces(field.fold).place) {
    WORD.lastIndex = start;
    if (start >= READ_CHARS || !WORD.test(folded) || DIGIT.test(folded.charAt(start - 1))) continue;
    const end = WORD.lastIndex;
    const word = folded.slice(start, end);
    for (const cue of CUES_BY_WORD.get(word) ?? []) {
      const after = cueAfter(folded, end, cue);
      if (after !== null) found.push({ cue: after, rank: cue.rank });
    }
    const before = word === "based" ? cueBefore(field, start) : null;
    if (before !== null) found.push({ cue: before, rank: BASED_RANK });
  }
  return found
    .slice(0, MAX_CUES)
    .sort((a, b) => a.rank - b.rank || a.cue.start - b.cue.start)
    .map(({ cue }) => cue);
}

/** No `u` flag: with it, each sign of a text takes half as long again. */
const STATE =
  /, (?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])/g;
const GOES_ON = /[\p{L}\d]/u;
const MAX_STATES = 12;

/** "Austin, TX" and the like, the one that stands there most often first. Folded offsets. */
export function findCityStates({ text, fold }: Field): PlaceCue[] {
  if (fold.starts !== null) return [];
  const found = new Map<string, { cue: PlaceCue; count: number }>();
  const read = text.slice(0, READ_CHARS);
  if (read.search(STATE) < 0) return [];
  for (const { 0: state, index } of read.matchAll(STATE)) {
    if (GOES_ON.test(read.charAt(index + state.length))) continue;
    const name = NAME_BEFORE.exec(read.slice(Math.max(0, index - BEFORE_CHARS), index));
    if (name === null) continue;
    const key = name[0] + state;
    const known = found.get(key);
    const [start, end] = [index - name[0].length, index + state.length];
    if (known === undefined) found.set(key, { cue: { start, end, method: "text", isExact: true }, count: 1 });
    else known.count += 1;
    if (found.size >= MAX_STATES) break;
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || a.cue.start - b.cue.start).map(({ cue }) => cue);
}

const TITLE_CUT = / [-–—|·]+ |[|(),[\]/]| (?:[iIeE][nN]|[aA][tT]) /g;
const TITLE_STOP = /[|()[\]]| [-–—] /;
const TITLE_CHARS = 200;
const MAX_SEGMENTS = 6;

/** What stands behind the first separator of a title: "Vendedor - Rosario", "Nurse (Leeds)", "Analyst in Austin, TX". Folded offsets. */
export function findTitleSegments({ text, fold }: Field): PlaceCue[] {
  if (fold.starts !== null) return [];
  const title = text.slice(0, TITLE_CHARS);
  if (title.search(TITLE_CUT) < 0) return [];
  const cuts = Array.from(title.matchAll(TITLE_CUT), ({ 0: words, index }) => index + words.length);
  return cuts.slice(0, MAX_SEGMENTS).map((start) => {
    const stop = TITLE_STOP.exec(title.slice(start))?.index;
    return { start, end: stop === undefined ? title.length : start + stop, method: "title", isExact: false };
  });
}

const IN_A_PLACE =
  / (?:[iI][nN]|[eE][nN]) (?<name>(?:St\. )?\p{Lu}[\p{L}'-]{2,20}(?: (?:(?:de|del|la|las|los|el) ){0,2}\p{Lu}[\p{L}'-]{1,20}){0,3})/gu;
const EARLY_CHARS = 3_000;
const MAX_NAMED = 6;

/** Names behind "in" and "en", early in a text: "un restaurante en Guayaquil", "our hub in Manchester". Folded offsets. */
export function findNamedEarly({ text, fold }: Field): PlaceCue[] {
  if (fold.starts !== null) return [];
  const found = Array.from(text.slice(0, EARLY_CHARS).matchAll(IN_A_PLACE)).slice(0, MAX_NAMED);
  return found.map(({ 0: words, index, groups }): PlaceCue => {
    const end = index + words.length;
    return { start: end - (groups?.["name"]?.length ?? 0), end, method: "text", isExact: true };
  });
}
