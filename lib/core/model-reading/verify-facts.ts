import { foldLabel, foldText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import type { OccupationFinder } from "@/lib/core/occupations/occupation-finder";
import { readOccupation } from "@/lib/core/occupations/read-occupation";
import { readPay } from "@/lib/core/pay/read-pay";
import { factField } from "@/lib/core/postings/fact-field";
import type { Evidence, Field } from "@/lib/core/postings/find-phrases";
import { findSentences } from "@/lib/core/postings/find-sentences";
import type { EmploymentType, Salary, Seniority, Workplace } from "@/lib/core/postings/posting-fields";
import type { SectionKind } from "@/lib/core/postings/posting-reading";
import { readEmploymentType } from "@/lib/core/postings/read-employment-type";
import { readSeniority } from "@/lib/core/postings/read-seniority";
import { readWorkplace } from "@/lib/core/postings/read-workplace";
import { MOST_MODEL_CONFIDENCE, type ModelFact } from "./model-reading";
import { findQuote, type QuoteGround } from "./verify-quote";

type Claim<T> = { value: T; quote: string } | null;
/** What a model says of a posting: values with the words they rest on. The title is a quote alone. */
export type FactClaims = {
  title: string | null;
  seniority: Claim<Seniority>;
  workplace: Claim<Workplace>;
  employmentType: Claim<EmploymentType>;
  salary: Claim<Salary>;
};

/** What our own readers found; a fact of these is not asked of a model. */
export type KnownFacts = {
  occupation: unknown;
  seniority: Seniority | null;
  workplace: Workplace | null;
  employmentType: EmploymentType | null;
  salary: Salary | null;
};

export type FactGround = QuoteGround & { lang: Lang; country: string | null };

/** Pay and contract stand among the benefits of many adverts; talk about the employer is of other jobs too. */
const NOT_OF_THE_JOB: ReadonlySet<SectionKind> = new Set(["about"]);
const MAX_TITLE_CHARS = 120;

/** Quoted words as our readers of facts take them: one of the two is empty. */
type Quoted = { title: Field; text: Field };

function fieldOf(field: "title" | "text", text: string): Field {
  return { field, text, fold: foldText(text) };
}

function alone(field: Evidence["field"], text: string): Quoted {
  return {
    title: fieldOf("title", field === "title" ? text : ""),
    text: factField(fieldOf("text", field === "text" ? text : "")),
  };
}

/** The sentences that quoted words stand in; of a title, all of it. */
function sentenceAround({ title, text }: QuoteGround, { field, start, end }: Evidence): string {
  if (field === "title") return title.text;
  const lineEnd = text.text.indexOf("\n", end);
  const lineStart = start === 0 ? 0 : text.text.lastIndexOf("\n", start - 1) + 1;
  const around = findSentences(text.text, lineStart, lineEnd < 0 ? text.text.length : lineEnd).filter(
    (sentence) => sentence.start < end && start < sentence.end,
  );
  return text.text.slice(around[0]?.start ?? start, around.at(-1)?.end ?? end);
}

/** The first place of the quote whose words our reader reads as the value, and its sentence too: "remote" of "remote support to our shops" says nothing of the job. */
function confirmed<T>(ground: FactGround, claim: Claim<T>, read: (quoted: Quoted) => T | null): Evidence | null {
  if (claim === null) return null;
  const stated = JSON.stringify(claim.value);
  const says = (field: Evidence["field"], words: string) => JSON.stringify(read(alone(field, words))) === stated;
  const places = findQuote(ground, claim.quote, NOT_OF_THE_JOB);
  return (
    places.find((place) => says(place.field, place.text) && says(place.field, sentenceAround(ground, place))) ?? null
  );
}

/** Without anything else, and its parts in one order, so that two of them can be compared as JSON. */
function plainSalary({ min, max, currency, period }: Salary): Salary {
  return { min, max, currency, period };
}

/** The facts that are kept, and how many claims are not. */
type Facts = { facts: ModelFact[]; dropped: number };

/** The title that a model quotes where it is another than the advert's own, and the occupation that it names where we know none. */
function titleFacts(finder: OccupationFinder, ground: FactGround, title: string, known: KnownFacts): Facts {
  const [evidence] = title.length > MAX_TITLE_CHARS ? [] : findQuote(ground, title, NOT_OF_THE_JOB);
  if (evidence === undefined) return { facts: [], dropped: 1 };
  const words = evidence.text.replace(/\s+/gu, " ");
  const facts: ModelFact[] = [];
  if (foldLabel(words) !== foldLabel(ground.title.text))
    facts.push({ field: "title", value: words, confidence: MOST_MODEL_CONFIDENCE, evidence });
  const occupation = known.occupation === null ? readOccupation(finder, fieldOf("title", words), null) : null;
  if (occupation !== null)
    facts.push({
      field: "occupation",
      value: occupation.value,
      confidence: Math.min(MOST_MODEL_CONFIDENCE, occupation.confidence),
      evidence,
    });
  return { facts, dropped: 0 };
}

/**
 * Keeps of the facts that a model states those that our own readers did not find in the whole advert and do find, with the same value, in
 * the words that the model quotes from it, and in the sentence that these stand in.
 */
export function verifyFacts(
  finder: OccupationFinder,
  ground: FactGround,
  claims: FactClaims,
  known: KnownFacts,
): Facts {
  const { lang, country } = ground;
  const kept: Facts =
    claims.title === null ? { facts: [], dropped: 0 } : titleFacts(finder, ground, claims.title, known);
  const take = <T>(
    claim: Claim<T>,
    own: T | null,
    read: (quoted: Quoted) => T | null,
    toFact: (value: T, evidence: Evidence) => ModelFact,
  ): void => {
    if (claim === null || own !== null) return;
    const evidence = confirmed(ground, claim, read);
    if (evidence === null) kept.dropped += 1;
    else kept.facts.push(toFact(claim.value, evidence));
  };
  take(
    claims.seniority,
    known.seniority,
    ({ title, text }) => readSeniority(title, text)?.value ?? null,
    (value, evidence) => ({ field: "seniority", value, confidence: MOST_MODEL_CONFIDENCE, evidence }),
  );
  take(
    claims.workplace,
    known.workplace,
    ({ title, text }) => readWorkplace(title, text)?.value ?? null,
    (value, evidence) => ({ field: "workplace", value, confidence: MOST_MODEL_CONFIDENCE, evidence }),
  );
  take(
    claims.employmentType,
    known.employmentType,
    ({ title, text }) => readEmploymentType(title, text)?.value ?? null,
    (value, evidence) => ({ field: "employmentType", value, confidence: MOST_MODEL_CONFIDENCE, evidence }),
  );
  const salary = claims.salary === null ? null : { ...claims.salary, value: plainSalary(claims.salary.value) };
  take(
    salary,
    known.salary,
    ({ title, text }) => {
      const pay = readPay({ title, text, lang, country });
      return pay === null ? null : plainSalary(pay.value.salary);
    },
    (value, evidence) => ({ field: "salary", value, confidence: MOST_MODEL_CONFIDENCE, evidence }),
  );
  return kept;
}
