import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Evidence, type Field, type Phrase, quote, sentenceOf } from "./find-phrases";
import type { DrivingLicence, Reading } from "./posting-reading";

const CONFIDENCE = 0.92;

const NAMED: Trigger = { word: "licence", before: 20, after: 60 };
const LICENCE = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:${[
    String.raw`(?:licencias?|carnets?|carnes?|registros?|permisos?|brevetes?)(?: \p{L}{4,12}){0,2} (?:de |para )(?:conducir|conduccion|manejo|manejar|automovil|automotor|moto)`,
    "brevetes?",
    "licencias? (?:profesional|tipo|clase|categoria) ?(?:profesional )?(?:tipo )?",
    String.raw`(?:carnet|carne|permiso|licencia) (?=[a-g]\d?(?:\+e)?(?![\p{L}\p{N}]))`,
    "driv(?:er'?s?|ing|ers'?) licen[cs]es?|driv(?:er'?s?|ing) permit",
    "(?:class [abc] )?cdl",
  ].join("|")})`,
);
/** "tipo B", "clase C1", "categoría A-IIIb", or capitals on their own ("Carnet B", "licencia D3"). */
const CLASS_NAME = String.raw`[a-g](?:\d|-?i{1,3}[a-d]?|-?[1-3][a-d]?)?(?:\+e)?`;
const NAMED_CLASS = new RegExp(
  String.raw`^[\s:,(-]{0,4}(?:vigente |profesional |al dia |actualizad[oa] )?[(\s]?(?<named>(?:de )?(?:tipo|clase|class|categoria|category|cat\.?|group)[s:]?\s?"?)?(?<first>${CLASS_NAME})"?(?![\p{L}\p{N}'])(?<others>(?:\s?(?:,|/|o|y|or|and|e)\s?(?:tipo |clase )?${CLASS_NAME}(?![\p{L}\p{N}'])){0,5})`,
  "u",
);
const CLASS_BEFORE = /class (?<first>[abc])(?= cdl)/u;
const WISHED =
  /deseable|preferente|prefer|\bplus\b|no excluyente|no indispensable|valora|ventaja|desirable|advantage|ideal|nice to have/u;
const DENIED_BEFORE =
  /(?:\bno|\bnot|\bsin|\bnor)(?: es| se| a| require| required| requiere| necesari[oa]| need| have| hace falta)* (?:tener |contar con |an? |la |el |un )?$/u;
const DENIED_AFTER =
  /^[^.;\n]{0,12}(?:\bnot (?:required|needed|necessary)|\bno (?:requerid|necesari|es necesari|hace falta))|^\s?required:?\s?no(?![\p{L}])/u;
/** What a clerk files or a sales team sells is nobody's own licence. */
const OTHER_BEFORE = /(?:gestion|tramites?|renovacion|vencimientos?|control|emision|copias?) de (?:las |los )?$/u;

function classesAfter(field: Field, phrase: Phrase): string[] {
  const { folded } = field.fold;
  const words = folded.slice(phrase.start, phrase.end);
  const before = CLASS_BEFORE.exec(words)?.groups?.["first"];
  if (before !== undefined) return [before.toUpperCase()];
  const found = NAMED_CLASS.exec(folded.slice(phrase.end, phrase.end + 60));
  const first = found?.groups?.["first"];
  if (found === null || first === undefined) return [];
  const isNamed = found.groups?.["named"] !== undefined || /(?:tipo|clase|categoria) ?$/u.test(words);
  const at = phrase.end + found[0].indexOf(first, found.groups?.["named"]?.length ?? 0);
  const isCapital = /^\p{Lu}/u.test(quote(field, at, at + first.length).text);
  if (!isNamed && !isCapital) return [];
  const others = (found.groups?.["others"] ?? "").match(
    foldedPattern(String.raw`(?<![\p{L}\p{N}])${CLASS_NAME}(?![\p{L}\p{N}])`),
  );
  const names = [first, ...(others ?? []).filter((name) => name !== "e" || isNamed)];
  return names.map((name) => name.toUpperCase());
}

/**
 * The driving licence that an advert asks of its applicants, with the classes it names, in order and in capitals;
 * wished where it says so. Null where it asks for none or says that none is needed; leave from work ("licencia por
 * maternidad") and professional licences are none.
 */
export function readDrivingLicence(text: Field): Reading<DrivingLicence> | null {
  const classes = new Set<string>();
  const evidence: Evidence[] = [];
  let isRequired = false;
  for (const phrase of findPhrasesNear(text, NAMED, LICENCE)) {
    const { before, after } = sentenceOf(text, phrase.start, phrase.end, 80);
    const raw = text.fold.folded.slice(phrase.end, phrase.end + 40);
    if (DENIED_BEFORE.test(before) || DENIED_AFTER.test(raw) || OTHER_BEFORE.test(before)) continue;
    for (const name of classesAfter(text, phrase)) classes.add(name);
    if (!WISHED.test(before.slice(-40)) && !WISHED.test(after.slice(0, 45))) isRequired = true;
    evidence.push(phrase.evidence);
  }
  if (evidence.length === 0) return null;
  return { value: { classes: [...classes], isRequired }, confidence: CONFIDENCE, method: "text", evidence };
}
