import { describe, expect, test } from "vitest";
import { findBestTags } from "./find-best-tags";
import { createTagger } from "./tag-sentence";
import { runsOf, type Sentence } from "./tagged-sentence";
import { emptyModel, STEP_COUNT, TAG_COUNT, type TaggerModel } from "./tagger-model";
import { FEATURES_PER_WORD, featuresOf, SLOT_BITS, type WordMemory } from "./word-features";

function plain(...words: string[]): Sentence {
  return { words, marks: words.map(() => "") };
}

function fresh(): WordMemory {
  return new Map();
}

function wild(seed: number): TaggerModel {
  const model = emptyModel();
  let state = seed;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 1_073_741_823 - 1;
  };
  return { weights: model.weights.map(next), steps: model.steps.map(next) };
}

describe("runs of tags", () => {
  test("a run begins at B and goes on with I; another B begins another", () => {
    expect(runsOf(["O", "B", "I", "B", "O", "B"])).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 5, to: 6 },
    ]);
  });

  test("an I with no run before it marks nothing", () => {
    expect(runsOf(["I", "O", "I"])).toEqual([]);
    expect(runsOf(["B", "O", "I"])).toEqual([{ from: 0, to: 1 }]);
  });
});

describe("the best path", () => {
  /** All paths of three words, by brute force. */
  function bruteForce({ steps }: TaggerModel, scores: Float64Array): number {
    let best = -Infinity;
    for (let code = 0; code < TAG_COUNT ** 3; code += 1) {
      const path = [code % 3, Math.floor(code / 3) % 3, Math.floor(code / 9)];
      if (path[0] === 2 || path.some((tag, at) => tag === 2 && path[at - 1] === 0)) continue;
      const total = path.reduce(
        (sum, tag, at) =>
          sum +
          (scores[at * TAG_COUNT + tag] ?? 0) +
          (steps[(at === 0 ? 3 : (path[at - 1] ?? 0)) * TAG_COUNT + tag] ?? 0),
        0,
      );
      best = Math.max(best, total);
    }
    return best;
  }

  test("scores as high as the best of all allowed paths", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const steps = Float32Array.from({ length: STEP_COUNT }, (_, at) => Math.sin(seed * 7 + at * 3));
      const scores = Float64Array.from({ length: 9 }, (_, at) => 2 * Math.cos(seed * 5 + at * 11));
      const model = { weights: new Float32Array(), steps };
      const path = findBestTags(model, scores);
      const total = Array.from(path).reduce(
        (sum, tag, at) =>
          sum +
          (scores[at * TAG_COUNT + tag] ?? 0) +
          (steps[(at === 0 ? 3 : (path[at - 1] ?? 0)) * TAG_COUNT + tag] ?? 0),
        0,
      );
      expect(total).toBeCloseTo(bruteForce(model, scores), 9);
    }
  });

  test("no run begins with I, whatever the weights", () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const tags = createTagger(wild(seed))(plain("Experience", "with", "Quarkus", "and", "Micronaut", "3.x", "."));
      tags.forEach((tag, at) => {
        if (tag === "I") expect(tags[at - 1] === "B" || tags[at - 1] === "I").toBe(true);
      });
    }
  });
});

describe("features", () => {
  test("every word has as many features as are counted on, each in its range", () => {
    const features = featuresOf(plain("Knowledge", "of", "C++", ",", "SAP"), fresh());
    expect(features).toHaveLength(5 * FEATURES_PER_WORD);
    expect(features.every((slot) => slot < 2 ** SLOT_BITS)).toBe(true);
    expect(new Set(features.slice(-FEATURES_PER_WORD)).size).toBeGreaterThan(FEATURES_PER_WORD / 2);
  });

  test("what is remembered of words changes nothing", () => {
    const memory: WordMemory = new Map();
    const sentence = plain("Gestión", "de", "compras");
    expect(featuresOf(sentence, memory)).toEqual(featuresOf(sentence, memory));
    expect(featuresOf(sentence, memory)).toEqual(featuresOf(sentence, fresh()));
  });

  test("a word's mark and a word with the same letters are not mixed up", () => {
    const memory: WordMemory = new Map();
    const marked = featuresOf({ words: ["b"], marks: ["a"] }, memory);
    expect(featuresOf({ words: ["a b"], marks: [""] }, memory)).not.toEqual(marked);
  });
});

describe("hostile sentences", () => {
  const tag = createTagger(wild(3));

  test.each([
    ["nothing", []],
    ["an empty word", [""]],
    ["lone surrogates and controls", ["\ud800", "\udfff", "\u0000", "\u202e"]],
    ["names of object members", ["__proto__", "constructor", "toString"]],
    ["a word without end", ["x".repeat(1_000_000)]],
    ["signs that fold to several", ["ﬃ", "½", "㍿", "👩🏽‍💻"]],
  ])("%s gets one tag a word", (_, words) => {
    expect(tag({ words, marks: [] })).toHaveLength(words.length);
  });

  test("many different words are read, and remembered words stay few", () => {
    const memory: WordMemory = new Map();
    const words = Array.from({ length: 25_000 }, (_, at) => `w${at}`);
    expect(featuresOf(plain(...words), memory)).toHaveLength(25_000 * FEATURES_PER_WORD);
    expect(memory.size).toBeLessThanOrEqual(20_000);
  });
});
