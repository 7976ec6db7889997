import { findBestTags, scoreWords } from "./find-best-tags";
import type { TaggerModel } from "./tagger-model";
import { type Sentence, type Tag, TAGS } from "./tagged-sentence";
import { featuresOf, type WordMemory } from "./word-features";

/** A tagger ready for use: one tag for every word. */
export type Tagger = (sentence: Sentence) => Tag[];

/** The tagger of a model; it remembers the forms of some thousand words. */
export function createTagger(model: TaggerModel): Tagger {
  const memory: WordMemory = new Map();
  return (sentence) =>
    Array.from(findBestTags(model, scoreWords(model, featuresOf(sentence, memory))), (tag) => TAGS[tag] ?? "O");
}
