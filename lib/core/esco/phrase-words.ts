import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { foldText } from "@/lib/core/kernel/fold";
import type { LinkLang } from "./esco-types";

const WORD = /\.net\b|[\p{L}\p{N}]\p{M}*(?:[\p{L}\p{N}\p{M}]|[.'](?=\p{L}{2}))*[+#]*/gu;
const MAX_PHRASE = 2_000;
const MAX_WORD = 40;

/** Words that say nothing about which skill is meant. */
const STOP = {
  en: new Set(
    "a an and any are as at be been being by can do does for from has have having he her his i if in into is it its may must new of on one or other our own s she should so such that the their them they this these those to up us use used using via was we well were what when where which while who will with within would you your etc e g eg ie per across about towards toward both all each every more most very also including include includes like other re ll".split(
      " ",
    ),
  ),
  es: new Set(
    "a al algun alguna ante asi bajo cada como con contra cual cuando de del desde e el en entre era es esa ese esta estas este estos etc ha han hasta la las le les lo los mas me mi muy ni no nos nuestra nuestro o os otra otras otro otros para pero por que se sea segun ser si sin sobre son su sus tal tambien te todo toda todos todas tu tus u un una unas uno unos uso usar utilizar utilizacion y ya".split(
      " ",
    ),
  ),
};

/** Words that adverts wrap a skill in: left out unless nothing else is left. */
const WRAPPING = {
  en: new Set(
    "ability able advanced applicant bachelor bachelors background based basic bonus candidate candidates capability capable chance comfortable company competence competencies competency currently degree demonstrable demonstrated desirable desire employer enjoy equal equivalent etc excellent expect expectation expectations expected experience experienced expert expertise familiar familiarity field fluency fluent following good great hand hands high highly ideal ideally importance important in-depth industries industry interest interested job join key know knowledge knowledgeable least level like look looking love main master masters mindset minimum necessary need needed needs offer opportunity organisation organization outstanding part passion passionate person phd plus position possess preferred prerequisite prerequisites principles proficiency proficient proven relevant required requirement requirements requires responsibilities responsibility responsible role similar skill skilled skills smart solid sound specific specifically strong success successful superb task tasks techniques thorough together understanding valid want well willing willingness year years".split(
      " ",
    ),
  ),
  es: new Set(
    "alta alto amplia amplio ano anos avanzado basico buen buena bueno capacidad capaz competencia competencias conocimiento conocimientos deseable destreza dominio excelente excluyente experiencia experto familiaridad fluido gusto habilidad habilidades indispensable interes manejo nivel pasion preferente requisito solido".split(
      " ",
    ),
  ),
};

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})yz(?=e|i)/u, "ys"],
  [/(?<=\p{L}{3})iz(?=e|i|a)/u, "is"],
  [/(?<=\p{L}{3})our(?=s?$)/u, "or"],
  [/analyses$|analysis$|analyt\p{L}*$/u, "analyse"],
  [/programme(?=s?$)/u, "program"],
];

function stemOf(word: string, lang: LinkLang): string {
  if (/[\d+#.]/u.test(word) || word.length < 3) return word;
  if (lang === "es") return foldText(stemSpanish(word.replace(/([cs])ion$/u, "$1ión"))).folded;
  let plain = word;
  for (const [pattern, form] of SPELLINGS) plain = plain.replace(pattern, form);
  return stemEnglish(plain);
}

const memo = { en: new Map<string, string>(), es: new Map<string, string>() };
const MEMO_SIZE = 60_000;

function cachedStem(word: string, lang: LinkLang): string {
  const known = memo[lang].get(word);
  if (known !== undefined) return known;
  if (memo[lang].size >= MEMO_SIZE) memo[lang].clear();
  const stem = stemOf(word, lang);
  memo[lang].set(word, stem);
  return stem;
}

/**
 * The stems of a phrase in order, without words that say nothing and those that adverts wrap a skill in ("ability to work in a
 * team" → work, team). A phrase of nothing else keeps its wrapping words. At most 2,000 units are read.
 */
export function phraseWords(phrase: string, lang: LinkLang): string[] {
  const words = (foldText(phrase.slice(0, MAX_PHRASE)).folded.match(WORD) ?? []).filter(
    (word) => word.length <= MAX_WORD && !STOP[lang].has(word),
  );
  const telling = words.filter((word) => !WRAPPING[lang].has(word));
  return (telling.length === 0 ? words : telling).map((word) => cachedStem(word, lang));
}
