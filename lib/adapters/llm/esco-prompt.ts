import { z } from "zod";
import { ADVERT_RULES } from "./advert-rules";
import type { ModelQuestion } from "./ask-model";
import { fencedQuestion } from "./fenced-question";

/** Changes with every change of the prompt or of the answer's form. */
export const ESCO_PROMPT_VERSION = "esco-1";

const escoAnswer = z.strictObject({ choice: z.string().max(4).nullable() });
export type EscoChoice = z.output<typeof escoAnswer>;

const SYSTEM = [
  "You say which concept of a list, if any, a phrase from job adverts means.",
  ADVERT_RULES,
  "choice: the number of the one concept that means the same skill as the phrase; null where none does, or where more than one might.",
].join("\n");

/** The question which of some concepts a phrase means; the answer is a number of the list, from 1. */
export function escoQuestion(phrase: string, labels: readonly string[]): ModelQuestion<EscoChoice> {
  const list = labels.map((label, at) => `${at + 1}. ${label}`).join("\n");
  const asked = { purpose: "esco", promptVersion: ESCO_PROMPT_VERSION, system: SYSTEM, schema: escoAnswer };
  return fencedQuestion(asked, { phrase, concepts: list });
}
