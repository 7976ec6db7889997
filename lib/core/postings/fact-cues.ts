import type { FoldedText } from "@/lib/core/kernel/fold";
import { createSieve, sieveText } from "@/lib/core/kernel/word-sieve";
import { COUNTRY_CUE_WORDS, PLACE_CUE_WORDS } from "@/lib/core/places/cue-words";

function words(list: string): readonly string[] {
  return list.split("|").map((word) => word.trim());
}

const TYPE_WORDS =
  "time$ | tine$ | fulltime | parttime | tiempo | turno | jornada | horario | dedicacion | contract | contrat | temp$ | temporar | temporal | temporad | eventual | season | freelan | ftc$ | ir35 | c2c | corp | fixed | duration | internship | pasant | practicas | hours | horas | hrs$ | hr$ | hs$ | honorarios | locacion | facturando | autonomo | discontinu | plazo | transitori | campana | beca$ | prestacion";
/**
 * Beginnings of folded words in or near which a fact may stand; `$` after one means that the word ends there. A pattern
 * for the fact is tried only around them, so each phrase that a pattern may hold needs one of its words here.
 */
const CUE_WORDS = {
  years: words("year | yr$ | yrs | ano$ | anos$ | mes$ | meses | month"),
  workplace: words(
    "remot | hybrid | hibrid | presencial | semi-presencial | semipresencial | office | oficina | onsite | on-site | on site | in-office | in person | in-person | home | teletrab | telewor | telecomm | anywhere | cualquier | casa$ | hogar | wfh$ | mixt | mix$ | based in our | based at our | based in the | based at the | based in store | based in-store | presencia | headquarters | hq$",
  ),
  type: words(TYPE_WORDS),
  titleType: words(`${TYPE_WORDS} | intern$ | interns$ | becari`),
  contract: words("contract$"),
  week: words("lunes | lun$ | monday | mon$ | m-f$ | l a v | lun a v"),
  level: words(
    "senior | semi | semisenior | junior | juniors | jr$ | sr$ | ssr$ | mid- | mid$ | middle | midlevel | intermedi | entry | trainee | intern$ | internship | pasantia | practicante | becari",
  ),
  /** What a title has that names a level, but for numbers. */
  titleLevel: words(
    "intern | apprentic | practic | pasant | becari | beca$ | becas$ | aprendi | working | werkstudent | co-op | summer | ceo$ | cto$ | cfo$ | coo$ | cio$ | ciso$ | cmo$ | cpo$ | chro$ | cso$ | cdo$ | cro$ | chair | chief | vp$ | evp$ | svp$ | avp$ | vice | vicepresident | president | director | subdirector | head | global | manag | mgr$ | general | gerent | gerencia | subgerent | lead | lider | principal | staff | jefe | jefa | coordina | supervis | encargad | responsable | capataz | superintendent | foreman | forewoman | foreperson | chargehand | semi | ssr$ | sssr$ | mid$ | middle | intermedi | plen | medior | senior | sr$ | snr$ | expert | iv$ | iii$ | ii$ | i$ | junior | jr$ | jnr$ | entry | trainee | graduat | recien | egresad | sin$ | primer | no$ | early | school",
  ),
  rank: words("vice | lead$ | leader$ | supervisor | jefe | jefa | encargad | coordinador | gerente | lider | store"),
  start: words(
    "recien | sin experiencia | no requiere experiencia | no se requiere experiencia | no es necesaria experiencia | no experience | no prior experience | no previous experience | no work experience | entry",
  ),
  education: words(
    "degree | qualification | education | estudio | titul | school | high | ged$ | secundari | bachiller | bachelor | segunda | ensenanza | educacion | gcse | a-level | polimodal | eso$ | e.s.o | graduad | noveno | prepa$ | preparatoria | vocational | nvq$ | btec$ | hnd$ | hnc$ | terciari | tecnic | tecnolog | grado | ciclo | formacion | cfgs$ | cfgm$ | fp$ | tsu$ | universi | bs$ | ba$ | bsc$ | b.s | b.a | licencia | lic$ | lcdo$ | lcda$ | ingenier | ing$ | carrera | profesional | tercer | cuarto | contador | master | msc | m.sc | mba$ | maestria | posgrad | postgrad | ms$ | phd | ph d | ph.d | doctor | associate | college",
  ),
  licence: words("licencia | licencias | license | licence | carne | registro | permiso | permit | brevet | cdl$"),
  shift: words(
    "turno | shift | horario | jornada | rotat | rotacion | nocturn | weekend | semana$ | guardia | night | franja",
  ),
  permit: words(
    "sponsor | patrocin | visa$ | visas | visad | work permit | work authori | work visa | working permit | working authori | working visa | right to | eligible to | eligibility to | entitled to | permit | permis | authori | nie$ | nif$ | regla$ | citizen | green card",
  ),
  deadline: words(
    "date$ | deadline | by$ | before$ | until$ | through$ | till$ | later than | close$ | closed | closes | due$ | end$ | expires | last day | fecha | limite | maxima | vencimiento | cierre de | hasta | antes de",
  ),
  job: words(
    "busca | busqueda de | incorpora | seleccion | solicita | necesita | requiere | contratara | sumar | puesto | cargo | vacante | posicion | position | job title | role | rol$ | looking for | seeking | hiring | searching for | recruiting | need of | opportunity for | in search of | as a$ | as an$",
  ),
  place: PLACE_CUE_WORDS.map((word) => `${word}$`),
  country: COUNTRY_CUE_WORDS.map((word) => `${word}$`),
} as const;
export type FactCue = keyof typeof CUE_WORDS;

/** Where each cue's words begin in a folded text, in order. */
export type CuePlaces = Readonly<Record<FactCue, readonly number[]>> & {
  /** Where runs of digits begin. */
  numbers: readonly number[];
};

/** `last` is the last unit of a beginning: one look at it spares most comparisons of the whole. */
type Entry = { cue: FactCue; beginning: string; last: number; isWhole: boolean };

const CUES = Object.keys(CUE_WORDS).filter((name): name is FactCue => name in CUE_WORDS);
const ENTRIES: readonly Entry[] = CUES.flatMap((cue) =>
  CUE_WORDS[cue].map((word) => {
    const beginning = word.replace("$", "");
    return { cue, beginning, last: beginning.charCodeAt(beginning.length - 1), isWhole: word.endsWith("$") };
  }),
);
const SIEVE = createSieve(ENTRIES, ({ beginning }) => beginning);

const [A, Z] = [97, 122];

/** Never asks for a unit past the end: one answer that may be no number makes all of them several times slower. */
function isLetter(text: string, at: number): boolean {
  const unit = at < text.length ? text.charCodeAt(at) : 0;
  return unit >= A && unit <= Z;
}

/** What has been found in a text so far. */
class Places implements CuePlaces {
  readonly years: number[] = [];
  readonly workplace: number[] = [];
  readonly type: number[] = [];
  readonly titleType: number[] = [];
  readonly contract: number[] = [];
  readonly week: number[] = [];
  readonly level: number[] = [];
  readonly titleLevel: number[] = [];
  readonly rank: number[] = [];
  readonly start: number[] = [];
  readonly education: number[] = [];
  readonly licence: number[] = [];
  readonly shift: number[] = [];
  readonly permit: number[] = [];
  readonly deadline: number[] = [];
  readonly job: number[] = [];
  readonly place: number[] = [];
  readonly country: number[] = [];
  readonly numbers: number[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  word(at: number, entries: readonly Entry[]): void {
    const text = this.#text;
    for (const { cue, beginning, last, isWhole } of entries) {
      const end = at + beginning.length;
      if (end > text.length || text.charCodeAt(end - 1) !== last || !text.startsWith(beginning, at)) continue;
      if (!isWhole || !isLetter(text, end)) this[cue].push(at);
    }
  }

  number(at: number): void {
    this.numbers.push(at);
  }
}

/** A text is scanned once for all the readers of facts that it is given to. */
const SCANNED = new WeakMap<FoldedText, CuePlaces>();

/** The places of all cues in a folded text, found in one walk over it; remembered as long as the text is. */
export function cuePlaces(fold: FoldedText): CuePlaces {
  const known = SCANNED.get(fold);
  if (known !== undefined) return known;
  const places = new Places(fold.folded);
  sieveText(fold.folded, SIEVE, places);
  SCANNED.set(fold, places);
  return places;
}
