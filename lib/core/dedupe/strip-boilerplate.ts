/** Headings of sections that speak of the company, the perks or the way to apply. */
const OTHER_HEADING =
  /^\W*(?:about (?:us|the company|our company|the team at)|about [\p{L}\p{N}& .]{2,30}$|company (?:description|overview|profile)|who we are|our (?:company|culture|values|benefits|mission)|why (?:join us|work (?:for|with) us|us)|benefits(?: and perks| & perks)?|perks(?: and benefits| & benefits)?|what we offer|we offer|equal (?:opportunity|employment)[\p{L} ]*|eeo(?: statement)?|diversity[\p{L}, &]*|disclaimer|privacy[\p{L} ]*|how to apply|sobre (?:nosotros|la empresa|la compania)|quienes somos|acerca de (?:nosotros|la empresa)|descripcion de la empresa|nuestra (?:empresa|cultura|mision)|beneficios|que (?:te )?ofrecemos|(?:se )?ofrece(?:mos)?|te ofrecemos|como (?:aplicar|postular(?:te|se)?)|igualdad de oportunidades)\W*$/u;
/** Headings behind which the job itself is described again. */
const JOB_HEADING =
  /^\W*(?:[\p{L}\p{N}'/&, -]{0,40}(?:responsib|dutie|require|qualif|skill|experience|role|position|job|what you|who you|you will|tasks|must have|nice to have|funciones|requisit|responsabil|perfil|puesto|tareas|conocimient|competenc|experiencia|formacion|mision|objetivo|actividades|buscamos)[\p{L}\p{N}'/&, -]{0,40}):?\W*$/u;
const LONGEST_HEADING = 60;

/** Sentences that stand in every advert of a company, or that a board puts below each. */
const STOCK =
  /equal opportunit|equal employment|\beeo\b|affirmative action|regardless of (?:race|age|gender|sex)|without regard to|sexual orientation|orientacion sexual|gender identity|identidad de genero|protected veteran|reasonable (?:accommodation|adjustment)|igualdad de oportunidades|no discrimina|sin discriminacion|ley 25\.?326|proteccion de datos|datos personales|privacy (?:policy|notice)|politica de privacidad|powered by|background check|drug[- ]free|e-verify|apply (?:now|today|online)|click (?:the )?(?:apply|here)|postula(?:te)? (?:ahora|aqui|ya)|envia(?:r|nos)? (?:tu )?(?:cv|curriculum|hoja de vida)|back to last search|easy apply|posted by/u;
/** What LinkedIn's pages put behind each text: the board's own guesses at level and kind. */
const CRITERIA = ["Seniority level", "Nivel de antigüedad"];
const EMPLOYMENT = /^.{15,90}(?:Employment type|Tipo de empleo)/su;
const LONGEST_CRITERIA = 500;

/** The text without the board's list of criteria at its end. */
export function withoutCriteria(text: string): string {
  for (const name of CRITERIA) {
    const at = text.lastIndexOf(name);
    if (at >= 0 && text.length - at <= LONGEST_CRITERIA && EMPLOYMENT.test(text.slice(at))) return text.slice(0, at);
  }
  return text;
}

function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !/[.;,]$/u.test(line);
}

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

/**
 * The lines of a folded text that speak of the job: without sections on the company, its perks and how to apply, and without stock
 * sentences. A text of which less than a third would stay is given back whole but for the stock sentences: its headings are no guide.
 */
export function stripBoilerplate(folded: string): string {
  const kept: string[] = [];
  const plain: string[] = [];
  let isOther = false;
  for (const line of folded.split("\n")) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    if (isHeading(trimmed)) isOther = OTHER_HEADING.test(trimmed) || (isOther && !JOB_HEADING.test(trimmed));
    const said = withoutStock(trimmed);
    plain.push(said);
    if (!isOther) kept.push(said);
  }
  const [short, whole] = [kept.join("\n"), plain.join("\n")];
  return short.length * 3 >= whole.length ? short : whole;
}
