import { z } from "zod";
import { ADVERT_RULES } from "./advert-rules";
import type { ModelQuestion } from "./ask-model";
import { fencedQuestion } from "./fenced-question";
import { quotedWords } from "./quoted-words";

/** Changes with every change of the prompt or of the answer's form. */
export const SUMMARISE_PROMPT_VERSION = "summarise-1";

const summariseAnswer = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string().max(400), quote: quotedWords })).max(6),
});
export type SummariseAnswer = z.output<typeof summariseAnswer>;

const SYSTEM = [
  "You sum up one job advert for somebody who looks for work, in at most three plain sentences, in the advert's own language.",
  ADVERT_RULES,
  "Say what the work is, and what is asked for. No praise, no benefits, no way to apply, no names of persons.",
  "Each sentence has a text of yours, at most 30 words, and as quote the passage of the advert that it rests on: every number, name and skill of the sentence stands there.",
].join("\n");

/** The question for a summary whose every sentence has the words it rests on. `text` is already as long as it may be. */
export function summariseQuestion(title: string, text: string): ModelQuestion<SummariseAnswer> {
  const asked = {
    purpose: "summarise",
    promptVersion: SUMMARISE_PROMPT_VERSION,
    system: SYSTEM,
    schema: summariseAnswer,
  };
  return fencedQuestion(asked, { title, advert: text });
}
