import { z } from "zod";
import { DUPLICATE_VERDICTS } from "@/lib/core/model-reading/model-reading";
import { ADVERT_RULES } from "./advert-rules";
import type { ModelQuestion } from "./ask-model";
import { fencedQuestion } from "./fenced-question";
import { quotedWords } from "./quoted-words";

/** Changes with every change of the prompt or of the answer's form. */
export const DEDUPLICATE_PROMPT_VERSION = "deduplicate-1";

/** One of two adverts, as much of it as may be sent. */
export type ComparedAdvert = { title: string; company: string | null; location: string | null; text: string };

const deduplicateAnswer = z.strictObject({
  verdict: z.enum(DUPLICATE_VERDICTS),
  quoteFirst: quotedWords,
  quoteSecond: quotedWords,
});
export type DeduplicateAnswer = z.output<typeof deduplicateAnswer>;

const SYSTEM = [
  "You compare two job adverts and say whether they are for one and the same opening.",
  ADVERT_RULES,
  "same: one opening, worded twice. different: two openings, even at one employer: another level, place, shift, speciality or requisition. unsure: the adverts do not say enough.",
  "quoteFirst and quoteSecond: the words of either advert, its title included, on which your verdict rests most.",
].join("\n");

function wordsOf({ title, company, location, text }: ComparedAdvert): string {
  return [title, company ?? "", location ?? "", "", text].join("\n");
}

/** The question whether two adverts are one opening; the caller keeps the order of the two the same. */
export function deduplicateQuestion(first: ComparedAdvert, second: ComparedAdvert): ModelQuestion<DeduplicateAnswer> {
  const asked = {
    purpose: "deduplicate",
    promptVersion: DEDUPLICATE_PROMPT_VERSION,
    system: SYSTEM,
    schema: deduplicateAnswer,
  };
  return fencedQuestion(asked, { first: wordsOf(first), second: wordsOf(second) });
}
