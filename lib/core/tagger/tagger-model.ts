import { SLOT_BITS } from "./word-features";
import { TAGS } from "./tagged-sentence";

/** Weights of a trained tagger: `weights[slot × tags + tag]`, and `steps[before × tags + tag]` for a tag after another. */
export type TaggerModel = { weights: Float32Array; steps: Float32Array };

export const TAG_COUNT = TAGS.length;
export const WEIGHT_COUNT = 2 ** SLOT_BITS * TAG_COUNT;
/** One row for every tag, and one for the beginning of a sentence. */
export const STEP_COUNT = (TAG_COUNT + 1) * TAG_COUNT;
export const START_ROW = TAG_COUNT;

export const OUTSIDE = TAGS.indexOf("O");
const INSIDE = TAGS.indexOf("I");

/** False for the steps that make no run: inside after outside, or at the beginning. */
export function isAllowed(before: number, tag: number): boolean {
  return tag !== INSIDE || (before !== OUTSIDE && before !== START_ROW);
}

/** A model that knows nothing. */
export function emptyModel(): TaggerModel {
  return { weights: new Float32Array(WEIGHT_COUNT), steps: new Float32Array(STEP_COUNT) };
}
