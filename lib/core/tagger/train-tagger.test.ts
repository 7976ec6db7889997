import { describe, expect, test } from "vitest";
import { createTagger } from "./tag-sentence";
import type { Tag, TaggedSentence } from "./tagged-sentence";
import { emptyModel, type TaggerModel } from "./tagger-model";
import { trainTagger, type Training } from "./train-tagger";

/** An invented language: what "zum" asks for runs until the next "ka"; words that end in "ol" belong to no run. */
const NOUNS = ["brindo", "Falko", "merenta", "Quilp", "sordale", "VTX", "hipple", "Zanko"];
const OTHERS = ["tarol", "mikol", "depol", "wanol"];

function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? "";
}

function invent(count: number, seed: number): TaggedSentence[] {
  const random = dice(seed);
  return Array.from({ length: count }, () => {
    const words = [pick(OTHERS, random), "zum"];
    const tags: Tag[] = ["O", "O"];
    const length = 1 + Math.floor(random() * 3);
    for (let at = 0; at < length; at += 1) {
      words.push(pick(NOUNS, random));
      tags.push(at === 0 ? "B" : "I");
    }
    words.push("ka", pick(NOUNS, random));
    tags.push("O", "O");
    return { words, tags, marks: words.map(() => "") };
  });
}

function training(changes: Partial<Training> = {}): Training {
  return { rounds: 5, random: dice(7), miss: 0, ...changes };
}

/** Compared by hand: a matcher takes seconds for a million weights. */
function isSame(one: TaggerModel, other: TaggerModel): boolean {
  return (
    one.weights.every((weight, at) => weight === other.weights[at]) &&
    one.steps.every((step, at) => step === other.steps[at])
  );
}

function rightWords(model: TaggerModel, sentences: readonly TaggedSentence[]): number {
  const tag = createTagger(model);
  const all = sentences.flatMap((one) => tag(one).map((given, at) => given === one.tags[at]));
  return all.filter(Boolean).length / all.length;
}

describe("training", () => {
  test("learns from some sentences of an invented language what holds for others", () => {
    const model = trainTagger(invent(80, 1), training());
    expect(rightWords(model, invent(60, 2))).toBeGreaterThan(0.99);
  });

  test("goes by the words around, for the same words stand inside and outside of runs", () => {
    const tag = createTagger(trainTagger(invent(80, 1), training()));
    const words = ["tarol", "zum", "Quilp", "hipple", "ka", "Quilp"];
    expect(tag({ words, marks: words.map(() => "") })).toEqual(["O", "O", "B", "I", "O", "O"]);
  });

  test("learns what a mark says of words never seen", () => {
    const sentences = NOUNS.flatMap((noun): TaggedSentence[] => [
      { words: ["x", noun], marks: ["", "B-hard"], tags: ["O", "B"] },
      { words: ["x", noun], marks: ["", ""], tags: ["O", "O"] },
    ]);
    const tag = createTagger(trainTagger(sentences, training()));
    expect(tag({ words: ["x", "Nuvolari"], marks: ["", "B-hard"] })).toEqual(["O", "B"]);
    expect(tag({ words: ["x", "Nuvolari"], marks: ["", ""] })).toEqual(["O", "O"]);
  });

  test("gives the same weights for the same sentences, rounds and order", () => {
    const [one, other] = [trainTagger(invent(30, 3), training()), trainTagger(invent(30, 3), training())];
    expect(isSame(one, other)).toBe(true);
  });

  test("gives other weights for another order", () => {
    const one = trainTagger(invent(30, 3), training({ random: dice(1) }));
    expect(isSame(one, trainTagger(invent(30, 3), training({ random: dice(2) })))).toBe(false);
  });

  test("a dearer miss finds no fewer words where the same words are sometimes marked and sometimes not", () => {
    const noisy = Array.from({ length: 60 }, (_, at): TaggedSentence => {
      const isMarked = at % 3 === 0;
      return { words: ["a", "gorp", "b"], marks: ["", "", ""], tags: ["O", isMarked ? "B" : "O", "O"] };
    });
    const found = (miss: number): number =>
      createTagger(trainTagger(noisy, training({ miss })))({ words: ["a", "gorp", "b"], marks: [] }).filter(
        (tag) => tag !== "O",
      ).length;
    expect(found(200)).toBeGreaterThanOrEqual(found(0));
    expect(found(200)).toBe(1);
  });

  test("no sentences, empty sentences and missing tags teach nothing and break nothing", () => {
    expect(isSame(trainTagger([], training()), emptyModel())).toBe(true);
    expect(isSame(trainTagger([{ words: [], marks: [], tags: [] }], training()), emptyModel())).toBe(true);
    const untagged = trainTagger([{ words: ["a", "b"], marks: [], tags: [] }], training());
    expect(createTagger(untagged)({ words: ["a", "b"], marks: [] })).toEqual(["O", "O"]);
  });

  test("tags that break the rules of runs are learnt from without harm", () => {
    const model = trainTagger([{ words: ["a", "b"], marks: ["", ""], tags: ["I", "O"] }], training());
    expect(model.weights.every(Number.isFinite) && model.steps.every(Number.isFinite)).toBe(true);
  });
});
