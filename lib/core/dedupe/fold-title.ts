import { foldText } from "@/lib/core/kernel/fold";

/** "(m/f/d)", "(h/m)", "m/w/x", "(a)", "o/a", "/ora", "@": whom a title addresses, not what the job is. */
const GENDER_MARKS =
  /\((?:all genders|any gender|todos los generos|[mfwhdxvn](?:[/|, -]{1,2}[mfwhdxvn]){1,4}|(?:[oae]|as|os|es|ra|ora|ta))\)|(?<![\p{L}\p{N}])[mfwhdx]\s?[/|]\s?[mfwhdx](?:\s?[/|]\s?[mfwhdxv*])?(?![\p{L}\p{N}])|(?<=\p{L})\/(?:-?(?:a|o|as|os|e|es|ra|ora|oras|res|ta|iz|triz))(?![\p{L}])|(?<=\p{L})@(?=\s|$)/gu;
const MONEY =
  /(?:[$€£]|\b(?:usd|eur|gbp|ars|cop|mxn)\s?)\s?\d[\d.,]*\s?(?:k|m)?\b(?:\s?(?:-|to|a)\s?[$€£]?\s?\d[\d.,]*\s?k?\b)?(?:\s?(?:\/|per|por|al|a)\s?(?:hour|hr|h|hora|day|dia|month|mes|year|yr|ano|annum))?|\b\d[\d.,]*\s?(?:[$€£]|k\b|eur\b|usd\b)(?:\s?(?:\/|al|por)\s?(?:mes|hora|h|ano|dia))?/gu;
const REFERENCES =
  /(?:\b(?:ref(?:erencia|erence)?|req(?:uisition)?|job|vacante|vacancy|posting|oferta)\b\.?\s?(?:id|no|nro|num|number|n[°º]|#)?\s?[:#.-]?\s?[a-z]{0,5}[-_]?\d[\w-]{2,}|[([]\s?#?[a-z]{0,4}-?\d{4,}[\w-]*\s?[)\]]|#\s?\d{3,}|[-–|]\s?[a-z]{0,4}-?\d{5,}$)/gu;
/** "BU599", "1287CC": an agency's own numbering of its searches. */
const CODES = /(?<![\p{L}\p{N}])(?:[a-z]{1,4}-?\d{3,}|\d{3,}-?[a-z]{1,4})(?![\p{L}\p{N}])/gu;
/** Appeals, ways of working and words of notices. */
const APPEALS =
  /\b(?:urgente?s?|urgently|urge|asap|inmediat[oa]s?|incorporacion inmediata|immediate (?:start|joiner|hire)|now hiring|we are hiring|were hiring|hiring|se (?:busca|necesita|requiere|solicita)n?|buscamos|busqueda(?: de)?|oferta de (?:empleo|trabajo)|oportunidad (?:laboral|de empleo)|job (?:opening|opportunity)|vacantes?|new|nuev[oa]|work from home|trabajo desde casa|desde casa|remot[eo]|fully remote|teletrabajo|home office|hybrid|hibrid[oa]|presencial|on ?-?site|full[- ]?time|tiempo completo|jornada completa|permanent|indefinido|sign[- ]on bonus|easy apply|sin experiencia|con experiencia|importante empresa|multinacional|multiples? posiciones|various locations|multiple locations)\b/gu;
const ZONES =
  /\b(?:zona|sector|region|gba)\s(?:(?:gran buenos aires|sur|norte|este|oeste|centro|oriente|occidente|metropolitana|noroeste|noreste|sureste|suroeste)\s?){1,2}/gu;
/** "CC Las Arenas", "Centro Comercial Plaza Sur" at the end: where the shop is. */
const MALL = /\b(?:cc|c\.c\.|centro comercial|shopping (?:center|centre))\s\p{L}+(?:\s\p{L}+){0,3}$/u;
const SENIORITY_MARKS =
  /\b(?:semi[ -]?senior|semi[ -]?sr|s?ssr|senior|sr|snr|junior|jr|jnr|mid[ -]?senior|mid[ -]?level|mid|entry[ -]?level|trainee|experimentad[oa]|experienced)\b\.?(?:\/a\b)?/gu;
const STOP_WORDS = new Set(
  "a al an and as at by con da de del do e el en es for from in into la las lo los m o of on or our para per por prov provincia que se su the to u un una with y your job trabajo empleo position posicion puesto role rol".split(
    " ",
  ),
);
/** "… noviembre a enero": when, not what. */
const MONTHS = new Set(
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre january february march april may june july august september october november december".split(
    " ",
  ),
);
const GRADE = /^(?:i{1,3}|iv|v|l[1-7])$/u;
/** A digit is a grade at the end or behind "level": "Analyst 2", "Nivel 3 …", not "hotel 5 estrellas". */
const DIGIT_GRADE = /(?:\b(?:level|nivel|grade|grado|tier) (?<named>[1-7])\b|(?<=\p{L}{3} )(?<last>[1-5])$)/u;
/** What makes another job of one title: hours, shift, kind of contract, language. */
const TERMS: readonly (readonly [string, RegExp])[] = [
  [
    "hours:part",
    /\bpart[- ]?time\b|\bmedi[oa] (?:tiempo|jornada)\b|\btiempo parcial\b|\bjornada parcial\b|\bpor horas\b/u,
  ],
  ["shift:night", /\bnight(?:s| shift)?\b|\bnoctur\w+|\b(?:turno|horario)s?(?: de)?(?: la)? noche\b|\bnoche\b/u],
  ["shift:afternoon", /\b(?:evening|afternoon)s?\b|\bvespertin\w+|\bturno(?: de)?(?: la)? tarde\b|\btarde\b/u],
  ["shift:morning", /\bmorning\b|\bmatutin\w+|\bturno(?: de)?(?: la)? manana\b|\bmanana\b|\bday shift\b/u],
  ["shift:weekend", /\bweekends?\b|\bfin(?:es)? de semana\b|\bfranquer[oa]\b/u],
  [
    "contract:temporary",
    /\btemporar[iy]\w*|\btemporal(?:es)?\b|\beventual\w*|\bseasonal\b|\btemporada\b|\breemplazo\b|\bper diem\b|\bprn\b|\bcasual\b/u,
  ],
  ["contract:freelance", /\bfreelance\w*|\bautonom[oa]s?\b/u],
  ["lang:en", /\benglish\b|\bingles\b/u],
  ["lang:de", /\bgerman\b|\baleman\b/u],
  ["lang:fr", /\bfrench\b|\bfrances\b/u],
  ["lang:pt", /\bportugu\w+/u],
  ["lang:it", /\bitalian[oa]?s?\b/u],
  ["lang:es", /\bspanish\b|\bespanol\b/u],
  ["lang:nl", /\bdutch\b|\bholandes\b|\bneerlandes\b/u],
  ["lang:ru", /\brussian\b|\bruso\b/u],
  ["lang:zh", /\bchinese\b|\bmandarin\b|\bchino\b/u],
  ["lang:ja", /\bjapanese\b|\bjapones\b/u],
  ["lang:ar", /\barabic\b|\barabe\b/u],
  ["lang:sv", /\bswedish\b|\bsueco\b/u],
  ["lang:pl", /\bpolish\b|\bpolaco\b/u],
  ["lang:ca", /\bcatalan\b/u],
];
const ANY_TERM = new RegExp(TERMS.map(([, pattern]) => pattern.source).join("|"), "u");
const MAX_TITLE = 300;
const MAX_WORDS = 30;

/** A word without its ending of gender and number: "promotora", "promotores" → "promotor". */
export function stemTitleWord(word: string): string {
  if (word.length < 5 || /[\d+#.]/u.test(word)) return word;
  const singular = word.replace(/(?<=[lnrdz])es$|s$/u, "");
  return singular.length > 4 ? singular.replace(/[oae]$/u, "") : singular;
}

/** What a title says of the job. `words` are stems, each once, sorted. */
export type FoldedTitle = { words: string[]; grades: string[]; terms: string[] };

/** Pay, references and codes have digits; most titles have none. */
function withoutNumbers(title: string): string {
  return /\d/u.test(title) ? title.replace(MONEY, " ").replace(REFERENCES, " ").replace(CODES, " ") : title;
}

type TitleContext = { company: string; placeWords: ReadonlySet<string> };

/** The title without marks of gender and level, pay, references, appeals, employer and places; its grades; what sets it apart. */
export function foldTitle(title: string, { company, placeWords }: TitleContext): FoldedTitle {
  const folded = foldText(title.slice(0, MAX_TITLE).replace(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu, " ")).folded;
  const terms = ANY_TERM.test(folded) ? TERMS.filter(([, pattern]) => pattern.test(folded)).map(([term]) => term) : [];
  const plain = withoutNumbers(folded.replace(GENDER_MARKS, " "))
    .replace(APPEALS, " ")
    .replace(MALL, " ")
    .replace(ZONES, " ")
    .replace(SENIORITY_MARKS, " ")
    .replace(/['`]s?\b/gu, "")
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .replace(/ {2,}/gu, " ")
    .trim();
  const named = company.length > 3 ? ` ${plain} `.replace(` ${company} `, " ").trim() : plain;
  const all = (named === "" ? plain : named)
    .split(" ")
    .filter((word) => word !== "" && !STOP_WORDS.has(word) && !MONTHS.has(word));
  const digits = DIGIT_GRADE.exec(plain)?.groups;
  const digit = digits?.["named"] ?? digits?.["last"];
  const isGrade = (word: string) => GRADE.test(word) || word === digit;
  const grades = [...new Set(all.filter(isGrade))].sort();
  const words = all.filter((word) => !isGrade(word));
  const placeless = words.filter((word) => !placeWords.has(word));
  const kept = (placeless.length === 0 ? words : placeless).slice(0, MAX_WORDS).map(stemTitleWord);
  return { words: [...new Set(kept)].sort(), grades, terms };
}
