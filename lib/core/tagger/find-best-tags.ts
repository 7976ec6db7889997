import { FEATURES_PER_WORD } from "./word-features";
import { isAllowed, START_ROW, TAG_COUNT, type TaggerModel } from "./tagger-model";

/** Score of each tag at each word, `[word × tags + tag]`. */
export function scoreWords({ weights }: TaggerModel, features: Uint32Array): Float64Array {
  const count = features.length / FEATURES_PER_WORD;
  const scores = new Float64Array(count * TAG_COUNT);
  for (let word = 0; word < count; word += 1) {
    const [from, end] = [word * TAG_COUNT, (word + 1) * FEATURES_PER_WORD];
    for (let at = word * FEATURES_PER_WORD; at < end; at += 1) {
      const slot = (features[at] ?? 0) * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1)
        scores[from + tag] = (scores[from + tag] ?? 0) + (weights[slot + tag] ?? 0);
    }
  }
  return scores;
}

/** The tags, as numbers, of the best path through the scores (Viterbi); an earlier tag of `TAGS` wins a tie. */
export function findBestTags({ steps }: TaggerModel, scores: Float64Array): Uint8Array {
  const count = scores.length / TAG_COUNT;
  const best = new Float64Array(scores.length).fill(-Infinity);
  const came = new Uint8Array(scores.length);
  for (let word = 0; word < count; word += 1)
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      const at = word * TAG_COUNT + tag;
      const own = scores[at] ?? 0;
      if (word === 0) {
        if (isAllowed(START_ROW, tag)) best[at] = own + (steps[START_ROW * TAG_COUNT + tag] ?? 0);
        continue;
      }
      for (let before = 0; before < TAG_COUNT; before += 1) {
        if (!isAllowed(before, tag)) continue;
        const reached =
          (best[at - tag - TAG_COUNT + before] ?? -Infinity) + (steps[before * TAG_COUNT + tag] ?? 0) + own;
        if (reached > (best[at] ?? -Infinity)) {
          best[at] = reached;
          came[at] = before;
        }
      }
    }
  return walkBack(best, came, count);
}

function walkBack(best: Float64Array, came: Uint8Array, count: number): Uint8Array {
  const path = new Uint8Array(count);
  if (count === 0) return path;
  const last = (count - 1) * TAG_COUNT;
  let tag = 0;
  for (let other = 1; other < TAG_COUNT; other += 1)
    if ((best[last + other] ?? -Infinity) > (best[last + tag] ?? -Infinity)) tag = other;
  for (let word = count - 1; word >= 0; word -= 1) {
    path[word] = tag;
    tag = came[word * TAG_COUNT + tag] ?? 0;
  }
  return path;
}
