import { createTagger, type Tagger } from "@/lib/core/tagger/tag-sentence";
import type { TaggedSentence } from "@/lib/core/tagger/tagged-sentence";
import type { TaggerModel } from "@/lib/core/tagger/tagger-model";
import { trainTagger } from "@/lib/core/tagger/train-tagger";
import { createRandom } from "../speed/varied-postings";

/** Chosen on a fifth of SkillSpan's training adverts, learning from the other four. */
const [ROUNDS, MISS] = [12, 15];
const SEED = 20_261_122;

/** The tagger of a training part: the same sentences give the same one. */
export function learnLayer(sentences: readonly TaggedSentence[]): { model: TaggerModel; tag: Tagger } {
  const model = trainTagger(sentences, { rounds: ROUNDS, random: createRandom(SEED), miss: MISS });
  return { model, tag: createTagger(model) };
}
