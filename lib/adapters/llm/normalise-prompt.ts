import { z } from "zod";
import { EMPLOYMENT_TYPES, PAY_PERIODS, SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { ADVERT_RULES } from "./advert-rules";
import type { ModelQuestion } from "./ask-model";
import { fencedQuestion } from "./fenced-question";
import { quotedWords } from "./quoted-words";

/** Changes with every change of the prompt or of the answer's form. */
export const NORMALISE_PROMPT_VERSION = "normalise-1";

const claim = <T extends z.ZodType>(value: T) => z.strictObject({ value, quote: quotedWords }).nullable();

const normaliseAnswer = z.strictObject({
  title: quotedWords.nullable(),
  seniority: claim(z.enum(SENIORITIES)),
  workplace: claim(z.enum(WORKPLACES)),
  employmentType: claim(z.enum(EMPLOYMENT_TYPES)),
  salary: claim(
    z.strictObject({ min: z.number(), max: z.number(), currency: z.string().max(3), period: z.enum(PAY_PERIODS) }),
  ),
  skills: z.array(z.string().max(100)).max(40),
});
export type NormaliseAnswer = z.output<typeof normaliseAnswer>;

const SYSTEM = [
  "You read one job advert and say what it states.",
  ADVERT_RULES,
  "title: the plain name of the job, as quoted words. seniority, workplace, employmentType: one of the given values, with the words that say it as quote.",
  "salary: the fixed pay of this job: lowest and highest amount as stated (the same twice where there is one), currency as three letters of ISO 4217, period, and the words that say it as quote.",
  "skills: what an applicant has to know, be able to do or hold: each the shortest quoted words that name it, at most 40. Nothing from the parts on the employer or its benefits.",
].join("\n");

/** The question what an advert states, each part with its quote. `text` is already as long as it may be. */
export function normaliseQuestion(title: string, text: string): ModelQuestion<NormaliseAnswer> {
  const asked = {
    purpose: "normalise",
    promptVersion: NORMALISE_PROMPT_VERSION,
    system: SYSTEM,
    schema: normaliseAnswer,
  };
  return fencedQuestion(asked, { title, advert: text });
}
