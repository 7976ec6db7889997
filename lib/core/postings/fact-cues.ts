import type { FoldedText } from "@/lib/core/kernel/fold";

function words(list: string): readonly string[] {
  return list.split("|").map((word) => word.trim());
}

/**
 * Beginnings of folded words in or near which a fact may stand; `$` after one means that the word ends there. A pattern for the fact is tried only around them, so
 * each phrase that a pattern may hold needs one of its words here.
 */
const CUE_WORDS = {
  years: words("year | yr$ | yrs | ano$ | anos$ | mes$ | meses | month"),
  workplace: words(
    "remot | hybrid | hibrid | presencial | semi-presencial | semipresencial | office | oficina | onsite | on-site | on site | in-office | in person | in-person | home | teletrab | telewor | telecomm | anywhere | cualquier | casa$ | hogar | wfh$ | mixt | mix$ | based in our | based at our | based in the | based at the | based in store | based in-store | presencia | headquarters | hq$",
  ),
  type: words(
    "time$ | tine$ | fulltime | parttime | tiempo | turno | jornada | horario | dedicacion | contract | contrat | temp$ | temporar | temporal | temporad | eventual | season | freelan | ftc$ | ir35 | c2c | corp | fixed | duration | internship | pasant | practicas | hours | horas | hrs$ | hr$ | hs$ | honorarios | locacion | facturando | autonomo | discontinu | plazo | transitori | campana | beca$ | prestacion",
  ),
  week: words("lunes | lun$ | monday | mon$ | m-f$ | l a v | lun a v"),
  level: words(
    "senior | semi | semisenior | junior | juniors | jr$ | sr$ | ssr$ | mid- | mid$ | middle | midlevel | intermedi | entry | trainee | intern$ | internship | pasantia | practicante | becari",
  ),
  rank: words("vice | lead$ | leader$ | supervisor | jefe | jefa | encargad | coordinador | gerente | lider | store"),
  start: words("recien | experiencia | experience | entry"),
  education: words(
    "degree | qualification | education | estudio | titul | school | high | ged$ | secundari | bachiller | bachelor | segunda | ensenanza | educacion | gcse | a-level | polimodal | eso$ | e.s.o | graduad | noveno | prepa$ | preparatoria | vocational | nvq$ | btec$ | hnd$ | hnc$ | terciari | tecnic | tecnolog | grado | ciclo | formacion | cfgs$ | cfgm$ | fp$ | tsu$ | universi | bs$ | ba$ | bsc$ | b.s | b.a | licencia | ingenier | carrera | profesional | tercer | cuarto | contador | master | msc | m.sc | mba$ | maestria | posgrad | postgrad | ms$ | phd | ph d | ph.d | doctor | associate | college",
  ),
  licence: words("licencia | licencias | license | licence | carne | registro | permiso | permit | brevet | cdl$"),
  shift: words(
    "turno | shift | horario | jornada | rotat | rotacion | nocturn | weekend | semana$ | guardia | night | franja",
  ),
  permit: words(
    "sponsor | patrocin | visa$ | visas | visad | work$ | working | permit | permis | authori | nie$ | nif$ | regla$ | citizen | green card",
  ),
} as const;
export type FactCue = keyof typeof CUE_WORDS;

type Entry = { cue: FactCue; beginning: string; isWhole: boolean };
/** Where each cue's words begin in a folded text, in order. */
export type CuePlaces = Readonly<Record<FactCue, readonly number[]>>;

const SLOTS = 1 << 14;
const CODE_LETTERS = 4;
const A = 97;
const Z = 122;

function slotOf(code: number): number {
  return (Math.imul(code, 0x9e3779b1) >>> 18) & (SLOTS - 1);
}

/** The first letters of the word at a place as one number; letters after the first other sign do not count. */
function codeAt(text: string, at: number): number {
  let code = 0;
  let isWord = true;
  for (let index = 0; index < CODE_LETTERS; index += 1) {
    const unit: number = isWord ? text.charCodeAt(at + index) : 0;
    isWord = unit >= A && unit <= Z;
    code = code * 32 + (isWord ? unit - A + 1 : 0);
  }
  return code;
}

function collect(): ReadonlyMap<number, Entry[]> {
  const entries = new Map<number, Entry[]>();
  const cues = Object.keys(CUE_WORDS).filter((name): name is FactCue => name in CUE_WORDS);
  for (const cue of cues) {
    for (const word of CUE_WORDS[cue]) {
      const entry = { cue, beginning: word.replace("$", ""), isWhole: word.endsWith("$") };
      const slot = slotOf(codeAt(entry.beginning, 0));
      entries.set(slot, [...(entries.get(slot) ?? []), entry]);
    }
  }
  return entries;
}

const ENTRIES = collect();
const TAKEN = new Uint8Array(SLOTS);
for (const slot of ENTRIES.keys()) TAKEN[slot] = 1;

function isLetter(unit: number): boolean {
  return unit >= A && unit <= Z;
}

function emptyPlaces(): Record<FactCue, number[]> {
  return {
    years: [],
    workplace: [],
    type: [],
    week: [],
    level: [],
    rank: [],
    start: [],
    education: [],
    licence: [],
    shift: [],
    permit: [],
  };
}

function scan(text: string): CuePlaces {
  const places = emptyPlaces();
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const isHere = isLetter(text.charCodeAt(at));
    if (isHere && !isInside) {
      const slot = slotOf(codeAt(text, at));
      if (TAKEN[slot] === 1) {
        for (const { cue, beginning, isWhole } of ENTRIES.get(slot) ?? []) {
          if (!text.startsWith(beginning, at)) continue;
          if (!isWhole || !isLetter(text.charCodeAt(at + beginning.length))) places[cue].push(at);
        }
      }
    }
    isInside = isHere;
  }
  return places;
}

/** A text is scanned once for all the readers of facts that it is given to. */
const SCANNED = new WeakMap<FoldedText, CuePlaces>();

/** The places of all cues in a folded text, found in one walk over it; remembered as long as the text is. */
export function cuePlaces(fold: FoldedText): CuePlaces {
  const known = SCANNED.get(fold);
  if (known !== undefined) return known;
  const places = scan(fold.folded);
  SCANNED.set(fold, places);
  return places;
}
