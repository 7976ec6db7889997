import { stemTitleWord } from "./fold-title";

/** Words that boards use for one thing, in both languages; the first of each line stands for all. What tells two crafts apart is in none. */
const ONE_THING = `
ventas comercial sales vendedor vendedora
asesor ejecutivo representante agente delegado advisor representative agent
almacenista bodeguero almacen bodega deposito warehouse
montacarguista montacargas clarkista autoelevador autoelevadorista carretillero forklift
desarrollador programador developer programmer
impulsador mercaimpulsador
camarero mesero mozo waiter
limpieza aseo cleaning cleaner
cajero cashier
conductor chofer driver
recepcionista receptionist
contador contable accountant
enfermero nurse
profesor docente maestro teacher
auxiliar asistente ayudante assistant
tecnico technician
operario operador operator
ingeniero engineer
analista analyst
datos data`;

/** Short forms as the words they stand for. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ai: "artificial intelligence",
  bi: "business intelligence",
  hr: "human resources",
  ia: "inteligencia artificial",
  ml: "machine learning",
  qa: "quality assurance",
  rn: "registered nurse",
  rrhh: "recursos humanos",
  swe: "software engineer",
};

function stems(words: string): string[] {
  return words.split(" ").map(stemTitleWord);
}

const STANDARD: ReadonlyMap<string, string> = new Map(
  ONE_THING.trim()
    .split("\n")
    .map(stems)
    .flatMap((group) => group.map((word): [string, string] => [word, group[0] ?? word])),
);
const LONG_FORMS: ReadonlyMap<string, string[]> = new Map(
  Object.entries(WRITTEN_OUT).map(([short, long]): [string, string[]] => [short, stems(long)]),
);
const KNOWN: ReadonlySet<string> = new Set([
  ...STANDARD.keys(),
  ...LONG_FORMS.keys(),
  ...[...LONG_FORMS.values()].flat(),
]);
const SELLING = stemTitleWord("ventas");
/** Who sells anyway: "asesor de ventas", "ejecutivo comercial" and "vendedor" are one, and so are "impulsador" and "impulsador de ventas". */
const SELLER = stemTitleWord("asesor");
const PROMOTER = stemTitleWord("impulsador");

/** Whether a stem has another word for it; where one has none, two titles that differ in it are no synonyms. */
export function hasSynonym(stem: string): boolean {
  return KNOWN.has(stem);
}

/** The stems of a title in standard words, each once: "ejecutivo comercial" and "asesor de ventas" give the same. */
export function standardTitle(words: readonly string[]): string[] {
  const standard = new Set(
    words.flatMap((word) => LONG_FORMS.get(word) ?? [word]).map((word) => STANDARD.get(word) ?? word),
  );
  if (standard.has(SELLING)) standard.delete(SELLER);
  if (standard.has(PROMOTER)) standard.delete(SELLING);
  return [...standard];
}
