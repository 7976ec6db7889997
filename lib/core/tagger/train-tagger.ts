import { findBestTags, scoreWords } from "./find-best-tags";
import { emptyModel, OUTSIDE, START_ROW, STEP_COUNT, TAG_COUNT, type TaggerModel, WEIGHT_COUNT } from "./tagger-model";
import { TAGS, type TaggedSentence } from "./tagged-sentence";
import { featuresOf, FEATURES_PER_WORD, type WordMemory } from "./word-features";

/** `random` gives numbers in [0, 1) and decides the order; `miss` is the margin by which a word of a run must win. */
export type Training = { rounds: number; random: () => number; miss: number };

type Example = { features: Uint32Array; tags: Uint8Array };
type Learner = { model: TaggerModel; pastWeights: Float64Array; pastSteps: Float64Array; age: number };

function toExample(sentence: TaggedSentence, memory: WordMemory): Example {
  return {
    features: featuresOf(sentence, memory),
    tags: Uint8Array.from(sentence.words, (_, at) => TAGS.indexOf(sentence.tags[at] ?? "O")),
  };
}

function bump(array: Float32Array | Float64Array, at: number, by: number): void {
  array[at] = (array[at] ?? 0) + by;
}

/** Adds to everything that speaks for a path where it differs from the other one. */
function reward(learner: Learner, features: Uint32Array, path: Uint8Array, other: Uint8Array, by: number): void {
  const { model, pastWeights, pastSteps, age } = learner;
  for (let word = 0; word < path.length; word += 1) {
    const tag = path[word] ?? 0;
    const before = word === 0 ? START_ROW : (path[word - 1] ?? 0);
    const isSame = tag === other[word];
    if (!isSame || (word > 0 && before !== other[word - 1])) {
      bump(model.steps, before * TAG_COUNT + tag, by);
      bump(pastSteps, before * TAG_COUNT + tag, by * age);
    }
    if (isSame) continue;
    const end = (word + 1) * FEATURES_PER_WORD;
    for (let at = word * FEATURES_PER_WORD; at < end; at += 1) {
      const slot = (features[at] ?? 0) * TAG_COUNT + tag;
      bump(model.weights, slot, by);
      bump(pastWeights, slot, by * age);
    }
  }
}

/** Missing a word of a run costs `miss`, so that the model learns to find them by that margin. */
function withMargin(scores: Float64Array, tags: Uint8Array, miss: number): Float64Array {
  tags.forEach((tag, word) => {
    if (tag !== OUTSIDE) bump(scores, word * TAG_COUNT + OUTSIDE, miss);
  });
  return scores;
}

function learn(learner: Learner, { features, tags }: Example, miss: number): void {
  const guess = findBestTags(learner.model, withMargin(scoreWords(learner.model, features), tags, miss));
  if (!guess.every((tag, at) => tag === tags[at])) {
    reward(learner, features, tags, guess, 1);
    reward(learner, features, guess, tags, -1);
  }
  learner.age += 1;
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.min(at, Math.floor(random() * (at + 1)));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

function averaged({ model, pastWeights, pastSteps, age }: Learner): TaggerModel {
  return {
    weights: model.weights.map((weight, at) => weight - (pastWeights[at] ?? 0) / age),
    steps: model.steps.map((step, at) => step - (pastSteps[at] ?? 0) / age),
  };
}

/**
 * A tagger learnt from sentences: a structured perceptron whose weights are averaged over all its steps, so that the last
 * sentences count no more than the first. The same sentences, rounds and random numbers give the same weights.
 */
export function trainTagger(sentences: readonly TaggedSentence[], { rounds, random, miss }: Training): TaggerModel {
  const memory: WordMemory = new Map();
  const examples = sentences.filter(({ words }) => words.length > 0).map((one) => toExample(one, memory));
  const learner: Learner = {
    model: emptyModel(),
    pastWeights: new Float64Array(WEIGHT_COUNT),
    pastSteps: new Float64Array(STEP_COUNT),
    age: 1,
  };
  const order = Uint32Array.from(examples.keys());
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) learn(learner, example, miss);
    }
  }
  return averaged(learner);
}
