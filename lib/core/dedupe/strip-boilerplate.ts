import { literalStart } from "./literal-automaton";
import { CUE, type Passage, SPACES, type ScannedText } from "./scanned-text";

/** Headings of sections that speak of the company, the perks or the way to apply. */
const OTHER_HEADING =
  /^\W*(?:about (?:us|the company|our company|the team at)|about [\p{L}\p{N}& .]{2,30}$|company (?:description|overview|profile)|who we are|our (?:company|culture|values|benefits|mission)|why (?:join us|work (?:for|with) us|us)|benefits(?: and perks| & perks)?|perks(?: and benefits| & benefits)?|what we offer|we offer|equal (?:opportunity|employment)[\p{L} ]*|eeo(?: statement)?|diversity[\p{L}, &]*|disclaimer|privacy[\p{L} ]*|how to apply|sobre (?:nosotros|la empresa|la compania)|quienes somos|acerca de (?:nosotros|la empresa)|descripcion de la empresa|nuestra (?:empresa|cultura|mision)|beneficios|que (?:te )?ofrecemos|(?:se )?ofrece(?:mos)?|te ofrecemos|como (?:aplicar|postular(?:te|se)?)|igualdad de oportunidades)\W*$/u;
/** Headings behind which the job itself is described again. */
const JOB_HEADING =
  /^\W*(?:[\p{L}\p{N}'/&, -]{0,40}(?:responsib|dutie|require|qualif|skill|experience|role|position|job|what you|who you|you will|tasks|must have|nice to have|funciones|requisit|responsabil|perfil|puesto|tareas|conocimient|competenc|experiencia|formacion|mision|objetivo|actividades|buscamos)[\p{L}\p{N}'/&, -]{0,40}):?\W*$/u;
const LONGEST_HEADING = 60;

/** Sentences that stand in every advert of a company, or that a board puts below each. */
const STOCK_PHRASES = [
  "equal opportunit",
  "equal employment",
  String.raw`\beeo\b`,
  "affirmative action",
  "regardless of (?:race|age|gender|sex)",
  "without regard to",
  "sexual orientation",
  "orientacion sexual",
  "gender identity",
  "identidad de genero",
  "protected veteran",
  "reasonable (?:accommodation|adjustment)",
  "igualdad de oportunidades",
  "no discrimina",
  "sin discriminacion",
  String.raw`ley 25\.?326`,
  "proteccion de datos",
  "datos personales",
  "privacy (?:policy|notice)",
  "politica de privacidad",
  "powered by",
  "background check",
  "drug[- ]free",
  "e-verify",
  "apply (?:now|today|online)",
  "click (?:the )?(?:apply|here)",
  "postula(?:te)? (?:ahora|aqui|ya)",
  "envia(?:r|nos)? (?:tu )?(?:cv|curriculum|hoja de vida)",
  "back to last search",
  "easy apply",
  "posted by",
];
const STOCK = new RegExp(STOCK_PHRASES.join("|"), "u");
/** No line is stock that has none of these. */
export const STOCK_CUES: readonly string[] = STOCK_PHRASES.map(literalStart);
/** What LinkedIn's pages put behind each text: the board's own guesses at level and kind. */
const CRITERIA = ["Seniority level", "Nivel de antigüedad"];
const EMPLOYMENT = /^.{15,90}(?:Employment type|Tipo de empleo)/su;
const LONGEST_CRITERIA = 500;

/** The text without the board's list of criteria at its end. */
export function withoutCriteria(text: string): string {
  const start = Math.max(0, text.length - LONGEST_CRITERIA);
  const tail = text.slice(start);
  for (const name of CRITERIA) {
    const at = tail.lastIndexOf(name);
    if (at >= 0 && EMPLOYMENT.test(tail.slice(at))) return text.slice(0, start + at);
  }
  return text;
}

/** What a heading does not end with: ".", ";" and ",". */
const SENTENCE_MARKS: ReadonlySet<number> = new Set([0x2e, 0x3b, 0x2c]);

/** Boards lose the spaces between sentences; what has no end for so long is no sentence. */
const SENTENCE_END = /(?<=[.!?])(?:\s+|(?=[\p{L}¡¿]))/u;
const LONGEST_SENTENCE = 400;

function withoutStock(line: string): string {
  if (!STOCK.test(line)) return line;
  return line
    .split(SENTENCE_END)
    .filter((sentence) => sentence.length > LONGEST_SENTENCE || !STOCK.test(sentence))
    .join(" ");
}

/** How long the passages would be, each on a line of its own. */
function lengthOf(passages: readonly Passage[]): number {
  let length = passages.length - 1;
  for (const { from, to } of passages) length += to - from;
  return Math.max(0, length);
}

/**
 * The lines of a text that speak of the job: without sections on the company, its perks and how to apply, and without stock
 * sentences. A text of which less than a third would stay is given back whole but for the stock sentences: its headings are no guide.
 */
export function stripBoilerplate({ folded, lines }: ScannedText): Passage[] {
  const kept: Passage[] = [];
  const plain: Passage[] = [];
  let isOther = false;
  for (const line of lines) {
    let { from, to } = line;
    while (from < to && SPACES[folded.charCodeAt(from)] === 1) from += 1;
    while (from < to && SPACES[folded.charCodeAt(to - 1)] === 1) to -= 1;
    if (from === to) continue;
    if (to - from <= LONGEST_HEADING && !SENTENCE_MARKS.has(folded.charCodeAt(to - 1))) {
      const heading = folded.slice(from, to);
      isOther = OTHER_HEADING.test(heading) || (isOther && !JOB_HEADING.test(heading));
    }
    const passage = { text: folded, from, to };
    if ((line.cues & CUE.stock) !== 0) {
      passage.text = withoutStock(folded.slice(from, to));
      passage.from = 0;
      passage.to = passage.text.length;
    }
    plain.push(passage);
    if (!isOther) kept.push(passage);
  }
  return lengthOf(kept) * 3 >= lengthOf(plain) ? kept : plain;
}
