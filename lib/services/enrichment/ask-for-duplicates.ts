import { type ComparedAdvert, deduplicateQuestion } from "@/lib/adapters/llm/deduplicate-prompt";
import { foldText } from "@/lib/core/kernel/fold";
import { cutAtBlocks } from "@/lib/core/model-reading/cut-at-blocks";
import type { DuplicateAdvice } from "@/lib/core/model-reading/model-reading";
import { findQuote } from "@/lib/core/model-reading/verify-quote";
import { storedBlocks } from "@/lib/core/postings/stored-blocks";
import type { ModelTalk } from "./model-talk";
import type { NearPosting } from "./near-postings";

/** How much of each of two adverts is sent, in characters. */
const MAX_PAIR_CHARS = 4_000;
const WHOLE: ReadonlySet<never> = new Set();

function compared({ title, company, location, text, blocks }: NearPosting): ComparedAdvert {
  return { title, company, location, text: cutAtBlocks(text, storedBlocks.parse(blocks), MAX_PAIR_CHARS) };
}

/** Whether words are an advert's: of its title, text, employer or place. */
function stands({ title, text, company, location }: NearPosting, quote: string): boolean {
  const whole = [text, company ?? "", location ?? ""].join("\n");
  const ground = {
    title: { field: "title" as const, text: title, fold: foldText(title) },
    text: { field: "text" as const, text: whole, fold: foldText(whole) },
    sections: [],
  };
  return findQuote(ground, quote, WHOLE).length > 0;
}

/** What a model thinks of a posting and those near to it: advice that joins nothing. Advice whose quotes do not stand in the two adverts is dropped. */
export async function askForDuplicates(
  talk: ModelTalk,
  own: NearPosting,
  near: readonly NearPosting[],
): Promise<{ duplicates: DuplicateAdvice[]; dropped: number }> {
  const duplicates: DuplicateAdvice[] = [];
  let dropped = 0;
  for (const other of near) {
    // One order for both of a pair: the second of them to be read finds the first one's answer kept.
    const isFirst = own.postingId < other.postingId;
    const [first, second] = isFirst ? [own, other] : [other, own];
    const answer = await talk.ask(deduplicateQuestion(compared(first), compared(second)));
    if (answer === null) continue;
    const { verdict, quoteFirst, quoteSecond } = answer;
    if (!stands(first, quoteFirst) || !stands(second, quoteSecond)) {
      dropped += 1;
      continue;
    }
    const [quote, otherQuote] = isFirst ? [quoteFirst, quoteSecond] : [quoteSecond, quoteFirst];
    duplicates.push({ postingId: other.postingId, verdict, quote, otherQuote });
  }
  return { duplicates, dropped };
}
