import { z } from "zod";
import { EMPLOYMENT_TYPES, REQUIREMENTS, SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { storedEvidence, storedOccupation, storedSalary } from "@/lib/core/postings/stored-facts";

/** Nothing that a model says is surer than this; what our own readers find is. */
export const MOST_MODEL_CONFIDENCE = 0.7;
/** Rises whenever the same answers would be kept otherwise. */
export const MODEL_READING_VERSION = 2;

const confidence = z.number().min(0).max(MOST_MODEL_CONFIDENCE);
const asked = { requirement: z.enum(REQUIREMENTS), confidence, evidence: storedEvidence };
const esco = z.object({ uri: z.string(), label: z.string() });
const fact = <F extends string, V extends z.ZodType>(field: F, value: V) =>
  z.object({ field: z.literal(field), value, confidence, evidence: storedEvidence });

const modelFact = z.discriminatedUnion("field", [
  fact("title", z.string()),
  fact("occupation", storedOccupation),
  fact("seniority", z.enum(SENIORITIES)),
  fact("workplace", z.enum(WORKPLACES)),
  fact("employmentType", z.enum(EMPLOYMENT_TYPES)),
  fact("salary", storedSalary),
]);
/** A fact that our own readers did not find in the advert, and do find in the words that a model quoted from it. */
export type ModelFact = z.output<typeof modelFact>;

/** What a model may think of two postings: one job, two jobs, or that it cannot tell. */
export const DUPLICATE_VERDICTS = ["same", "different", "unsure"] as const;

const duplicateAdvice = z.object({
  postingId: z.string(),
  verdict: z.enum(DUPLICATE_VERDICTS),
  quote: z.string(),
  otherQuote: z.string(),
});
/** What a model thinks of two postings; the quotes are of this one and of the other. It joins nothing. */
export type DuplicateAdvice = z.output<typeof duplicateAdvice>;

const modelSkill = z.object({ id: z.string(), label: z.string(), ...asked });
/** A skill of the taxonomy that a model found and our own matcher did not. */
export type ModelSkill = z.output<typeof modelSkill>;

const modelPhrase = z.object({ phrase: z.string(), ...asked, esco: esco.nullable() });
/** A skill that the taxonomy does not have, in the advert's words. */
export type ModelPhrase = z.output<typeof modelPhrase>;

const summarySentence = z.object({ text: z.string(), evidence: storedEvidence });
/** A sentence of a model, and the words of the advert that it rests on. */
export type SummarySentence = z.output<typeof summarySentence>;

/**
 * What a model added to the reading of one wording of a posting: what was verified, and nothing else. It stands apart from our own
 * reading.
 */
export const modelReading = z.object({
  /** The models that answered. */
  models: z.array(z.string()),
  skills: z.array(modelSkill),
  phrases: z.array(modelPhrase),
  /** ESCO concepts of skills that the taxonomy has without one. */
  concepts: z.array(z.object({ skillId: z.string(), ...esco.shape })),
  facts: z.array(modelFact),
  summary: z.array(summarySentence),
  duplicates: z.array(duplicateAdvice),
  /** How many of the model's claims were not kept. */
  dropped: z.int().nonnegative(),
  /** Questions that the model did not answer in the form that was asked for. */
  unanswered: z.array(z.string()),
});
export type ModelReading = z.output<typeof modelReading>;
