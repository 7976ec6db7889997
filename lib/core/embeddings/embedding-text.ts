import { foldText } from "@/lib/core/kernel/fold";

/** Changes whenever the same posting or résumé could give another text; part of the hash that decides on embedding again. */
export const EMBEDDING_TEXT_VERSION = "1";

/** Characters of body text that are embedded, in UTF-16 code units. */
export const MAX_BODY = 1_500;

/** Fewer labels than the first say too little of a job; more than the second blur it. */
const MIN_LABELS = 2;
const MAX_LABELS = 25;

const MAX_TITLE = 200;
const MAX_READ = 20_000;
const MAX_HEADING = 60;

/** Headings of stretches that praise the employer, list perks or state the law. */
const SKIP_HEADING =
  /^(?:about (?:us|the company|our company|the team)|who we are|our (?:story|mission|values|culture)|(?:the )?company(?: overview| description)?|why (?:join|work|us)\b.*|(?:our |the )?(?:benefits|perks)\b.*|what we offer|we offer|compensation\b.*|equal opportunity.*|privacy.*|how to apply|sobre nosotros|quienes somos|acerca de (?:nosotros|la empresa)|la empresa|nuestra (?:historia|mision|cultura)|(?:que )?(?:te )?ofrecemos|se ofrece|beneficios\b.*|por que (?:trabajar|unirte)\b.*|aviso (?:legal|de privacidad).*)$/u;

/** Sentences of the same kind in running text. */
const SKIP_PARAGRAPH =
  /\b(?:equal opportunit(?:y|ies) employer|without regard to|regardless of race|reasonable accommodation|privacy (?:policy|notice)|click (?:here|apply)|(?:is|are) (?:a|the|an) (?:global|world|market|industry)?[ -]?lead(?:er|ing)\b|founded in (?:19|20)\d\d|proteccion de datos|datos personales|igualdad de oportunidades|(?:somos|es) una empresa (?:lider|multinacional|internacional|dedicada)|empresa lider|sin distincion de)/u;

function plain(line: string): string {
  return foldText(line).folded;
}

function isHeading(line: string): boolean {
  return line.length <= MAX_HEADING && !/[.;,]$/u.test(line) && !/^[-•*·–]/u.test(line);
}

function headingWords(line: string): string {
  return plain(line)
    .replace(/[^a-z0-9 ]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The lines of a posting that tell of the job: no company praise, perks or legal notices, and none of their sections. */
export function relevantLines(text: string): string[] {
  const kept: string[] = [];
  let skipping = false;
  for (const raw of text.slice(0, MAX_READ).split("\n")) {
    const line = raw.trim();
    if (line === "") continue;
    if (isHeading(line)) skipping = SKIP_HEADING.test(headingWords(line));
    if (!skipping && !SKIP_PARAGRAPH.test(plain(line))) kept.push(line);
  }
  return kept;
}

/** Cuts at a word, and never through a surrogate pair. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const space = head.lastIndexOf(" ");
  return space > most / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/u, "");
}

/** What a text must offer to be embedded. */
export type EmbeddingTextInput = {
  title: string;
  text: string;
  lang: string;
  /** English labels of the found skills, most important first. */
  skillLabels: readonly string[];
  /** What the model was trained on; see `Embedder`. */
  reads: "english" | "any";
};

/**
 * The text that stands for a posting or a résumé in an embedding: its title and the first 1,500 characters that matter
 * (the beginning where nothing seems to matter). For a model that reads English only, a text in another language is
 * represented by the English labels of its skills instead, because its own words would put it among all texts of that
 * language, whatever their trade (docs/decisions). Null where it then has fewer than two labels, or no text at all.
 */
export function embeddingText(input: EmbeddingTextInput): string | null {
  if (input.reads === "english" && input.lang !== "en") {
    const labels = [...new Set(input.skillLabels)].slice(0, MAX_LABELS);
    return labels.length < MIN_LABELS ? null : labels.join(", ");
  }
  const body = relevantLines(input.text).join("\n");
  const pieces = [cut(input.title.trim(), MAX_TITLE), cut(body === "" ? input.text.trim() : body, MAX_BODY)];
  return pieces.filter((piece) => piece !== "").join("\n") || null;
}
