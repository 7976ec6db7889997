import type { Field } from "@/lib/core/postings/find-phrases";
import { scanWords, wordStarts } from "./scan-words";

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

/** Words that announce a place, each with what may follow before the name. */
const CUES: readonly (readonly [method: "label" | "text", after: RegExp, words: string])[] = [
  ["label", LABEL, "ubicacion lugar localidad zona ciudad provincia sede location locations place city"],
  ["text", IN_OR_AT, "based located"],
  ["text", IN, "office offices role position"],
  ["text", EN, "ubicada ubicado ubicadas ubicados sede presencial residir residencia trabajar puesto vacante"],
  ["text", EN_OR_DE, "oficinas"],
  ["text", ZONE, "zona"],
];

type Cue = { method: "label" | "text"; after: RegExp; rank: number };

function byWord(): ReadonlyMap<string, readonly Cue[]> {
  const found = new Map<string, Cue[]>();
  for (const [rank, [method, after, words]] of CUES.entries()) {
    for (const word of words.split(" "))
      found.set(word, [...(found.get(word) ?? []), { method, after, rank: rank + 1 }]);
  }
  return found;
}

const CUES_BY_WORD = byWord();
const CUE_STARTS = wordStarts(CUES_BY_WORD.keys());
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
  const add = (cue: PlaceCue | null, rank: number) => {
    if (cue !== null && found.length < MAX_CUES) found.push({ cue, rank });
  };
  scanWords(folded, CUE_STARTS, (word, start) => {
    for (const cue of CUES_BY_WORD.get(word) ?? []) add(cueAfter(folded, start + word.length, cue), cue.rank);
    if (word === "based") add(cueBefore(field, start), BASED_RANK);
  });
  return found.toSorted((a, b) => a.rank - b.rank || a.cue.start - b.cue.start).map(({ cue }) => cue);
}

const STATE =
  /, (?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])(?![\p{L}\d])/gu;
const MAX_STATES = 12;

/** "Austin, TX" and the like, the one that stands there most often first. Folded offsets. */
export function findCityStates({ text, fold }: Field): PlaceCue[] {
  if (fold.starts !== null) return [];
  const found = new Map<string, { cue: PlaceCue; count: number }>();
  for (const { 0: state, index } of text.slice(0, READ_CHARS).matchAll(STATE)) {
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, index - BEFORE_CHARS), index));
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

const TITLE_CUT = / [-–—|·]+ |[|(),[\]/]| (?:in|en|at) /giu;
const TITLE_CHARS = 200;
const MAX_SEGMENTS = 6;

/** What stands behind the first separator of a title: "Vendedor - Rosario", "Nurse (Leeds)", "Analyst in Austin, TX". Folded offsets. */
export function findTitleSegments({ text, fold }: Field): PlaceCue[] {
  if (fold.starts !== null) return [];
  const title = text.slice(0, TITLE_CHARS);
  const cuts = Array.from(title.matchAll(TITLE_CUT), ({ 0: words, index }) => index + words.length);
  return cuts.slice(0, MAX_SEGMENTS).map((start) => {
    const stop = /[|()[\]]| [-–—] /u.exec(title.slice(start))?.index;
    return { start, end: stop === undefined ? title.length : start + stop, method: "title", isExact: false };
  });
}
