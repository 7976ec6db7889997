/** Words that do not tell occupations apart: articles, prepositions, appeals, levels, ways of working. */
const SKIPPED = new Set(
  "a al an and at con de del do e el en for in la las lo los of on or para por the to un una with y d m f x h senior sr ssr snr semisenior junior jr jnr mid urgente buscamos busca busqueda solicita solicitamos necesita requiere vacante oferta puesto i ii iii iv v".split(
    " ",
  ),
);

/** Words whose gender or number no rule gives. */
const IRREGULAR: Readonly<Record<string, string>> = {
  jefa: "jefe",
  jefas: "jefe",
  jefes: "jefe",
  jefatura: "jefe",
  subjefe: "jefe",
  subencargado: "encargad",
  subencargada: "encargad",
  moza: "mozo",
  mozas: "mozo",
  mozos: "mozo",
  actriz: "actor",
  actrices: "actor",
  actress: "actor",
  waitress: "waiter",
  gerenta: "gerent",
  men: "man",
  auxiliares: "auxiliar",
  auxiliary: "auxiliar",
  aux: "auxiliar",
  asist: "asistent",
  adm: "administrativ",
  admin: "administrativ",
  enc: "encargad",
  resp: "responsabl",
  tec: "tecnic",
  ing: "ingenier",
  prof: "profesor",
  lic: "licenciad",
  mgr: "manager",
  engr: "engineer",
  dev: "developer",
  rh: "rrhh",
  mant: "mantenimient",
  sup: "supervisor",
  vta: "vent",
  vtas: "vent",
  ejec: "ejecutiv",
  dra: "medic",
  enfermeros: "enfermer",
  analytic: "analytics",
  centre: "center",
  ecommerce: "e-commerce",
};

/** A title's word without its ending of gender and number: "promotora", "promotores" → "promotor". Folded words only. */
export function titleStem(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || /[\d+#.]/u.test(word)) return word;
  const singular = word.replace(/ies$/u, "y").replace(/(?<=[lnrdz])es$|(?<=[^su])s$/u, "");
  return singular.length > 4 ? singular.replace(/[oae]$/u, "") : singular;
}

export type TitleWord = { stem: string; start: number; end: number; segment: number };

/** "/a", "(a)", "@", "/ora", "-a": whom a title addresses, not what the job is. Folded words are ASCII. */
const GENDER =
  /(?<=[a-z]{3})(?:\(-?(?:a|o|as|os|e|es|ra|ora|oras|res|ta|iz|era|ero)\)|[/-](?:a|o|as|os|e|es|ra|ora|oras|res|ta|iz|triz)(?![a-z0-9])|@(?![a-z0-9]))/g;
const MAY_HOLD_GENDER = /[a-z][(/@-]/;
const WORD = /\.net(?![a-z])|[cf](?:\+\+|#)|[a-z0-9]+(?:[-'/&+][a-z0-9]+)*/g;
/** What parts a title: the job stands before it, place, employer or shift after it. */
const BREAK = /[|(){}[\]–—,;:·•*!¡¿?"]|\.\s|\s[-/]|[-/]\s/;
const BREAKING = new Set("at for para suc con with".split(" "));
const JOINED = /[-'/&+]/;
const ABBREVIATION = 5;
const MAX_TITLE = 160;
const MAX_WORDS = 24;

const memo = new Map<string, string>();
const MEMO_SIZE = 40_000;

function cachedStem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const stem = titleStem(word);
  memo.set(word, stem);
  return stem;
}

function pushParts(found: TitleWord[], word: string, start: number, segment: number): void {
  if (!JOINED.test(word) || (word.length <= 4 && /[&+]/.test(word))) {
    if (!SKIPPED.has(word)) found.push({ stem: cachedStem(word), start, end: start + word.length, segment });
    return;
  }
  let at = start;
  for (const part of word.split(JOINED)) {
    if (part.length > 1 && !SKIPPED.has(part))
      found.push({ stem: cachedStem(part), start: at, end: at + part.length, segment });
    at += part.length + 1;
  }
}

/** The telling words of a folded title, stemmed, with their places and the part of the title that they stand in. At most 24. */
export function titleWords(folded: string): TitleWord[] {
  // The marks become spaces of the same length, so that places stay.
  const title = folded.length > MAX_TITLE ? folded.slice(0, MAX_TITLE) : folded;
  const plain = MAY_HOLD_GENDER.test(title) ? title.replace(GENDER, (mark) => " ".repeat(mark.length)) : title;
  const found: TitleWord[] = [];
  let segment = 0;
  let previous = 0;
  let start = 0;
  for (const match of plain.matchAll(WORD)) {
    // A single space parts nothing, and neither does the dot of "Adm. Contable".
    const gap = plain.slice(previous, match.index);
    const isShort = gap === " " || (gap === ". " && previous - start <= ABBREVIATION);
    if (previous > 0 && !isShort && BREAK.test(gap)) segment += 1;
    start = match.index;
    if (BREAKING.has(match[0])) segment += 1;
    else pushParts(found, match[0], match.index, segment);
    previous = match.index + match[0].length;
    if (found.length >= MAX_WORDS) break;
  }
  return found;
}
