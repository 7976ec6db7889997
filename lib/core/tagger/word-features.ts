import { foldText } from "@/lib/core/kernel/fold";
import type { Sentence } from "./tagged-sentence";

/** Features share slots where their hashes do: a quarter of a million are enough for some ten thousand sentences. */
export const SLOT_BITS = 18;
const SLOT_SHIFT = 32 - SLOT_BITS;
const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
const SPREAD = 0x9e3779b1;
const MIX = 0x85ebca6b;
/** Longer words are told apart by their beginning. */
const MAX_WORD = 64;
/** The places around a word whose words are looked at. */
const REACH = 3;
const NEAR_START = 2;
const LONG_LIST = 3;

type Code = number;

function hashOf(text: string, from = 0, to = text.length): Code {
  let hash = HASH_START;
  for (let at = Math.max(0, from); at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_PRIME);
  return hash;
}

function together(a: Code, b: Code): Code {
  const mixed = Math.imul(a ^ (b >>> 15) ^ Math.imul(b, SPREAD), MIX);
  return mixed ^ (mixed >>> 13);
}

function signOf(character: string): string {
  if (/\p{Lu}/u.test(character)) return "X";
  if (/\p{L}/u.test(character)) return "x";
  return /\p{N}/u.test(character) ? "0" : character;
}

/** What a word looks like: "Xx" for a name, "X" for an acronym, "X+" for "C++", "x-x" for "e-commerce". */
function shapeOf(word: string): string {
  let shape = "";
  for (const character of word) {
    const sign = signOf(character);
    if (!shape.endsWith(sign)) shape += sign;
  }
  return shape;
}

type WordCodes = { word: Code; shape: Code; mark: Code; start: readonly Code[]; end: readonly Code[] };

function codesOf(given: string, mark: string): WordCodes {
  const short = given.slice(0, MAX_WORD);
  const { folded } = foldText(short);
  const size = folded.length;
  return {
    word: hashOf(folded),
    shape: hashOf(shapeOf(short)),
    mark: hashOf(mark),
    start: [2, 3, 4].map((count) => hashOf(folded, 0, Math.min(count, size))),
    end: [2, 3, 4].map((count) => hashOf(folded, size - count)),
  };
}

/** Words seen before, for adverts repeat theirs; forgotten all at once when they are many. */
export type WordMemory = Map<string, WordCodes>;
const MAX_REMEMBERED = 20_000;

function remembered(memory: WordMemory, word: string, mark: string): WordCodes {
  const key = `${mark} ${word}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  const codes = codesOf(word, mark);
  memory.set(key, codes);
  return codes;
}

const EDGE = codesOf("", "edge");

/** What holds for the whole sentence: its first word, whether anything in it is known. */
type Frame = { first: Code; anyMark: Code };

function addAround(codes: readonly WordCodes[], at: number, add: (code: Code) => void): void {
  for (let step = -REACH; step <= REACH; step += 1) add((codes[at + step] ?? EDGE).word);
  const [far, before, here] = [codes[at - 2] ?? EDGE, codes[at - 1] ?? EDGE, codes[at] ?? EDGE];
  const [after, beyond] = [codes[at + 1] ?? EDGE, codes[at + 2] ?? EDGE];
  add(together(before.word, here.word));
  add(together(here.word, after.word));
  add(together(far.word, before.word));
  add(together(after.word, beyond.word));
  add(together(before.word, here.shape));
  add(together(here.shape, after.word));
  add(together(before.word, after.word));
  for (const code of here.start) add(code);
  for (const code of here.end) add(code);
  for (const near of [before, after]) add(near.end[1] ?? 0);
  add(together(before.end[1] ?? 0, here.end[1] ?? 0));
  add(together(here.end[1] ?? 0, after.end[1] ?? 0));
  for (const one of [before, here, after]) add(one.shape);
  add(together(before.shape, here.shape));
  add(together(here.shape, after.shape));
  add(together(together(before.shape, here.shape), after.shape));
  for (const one of [far, before, here, after, beyond]) add(one.mark);
  add(together(together(before.mark, here.mark), after.mark));
  add(together(here.mark, here.shape));
  add(together(here.mark, before.word));
  add(together(here.mark, after.word));
}

function addFrame(frame: Frame, here: WordCodes, at: number, commas: number, add: (code: Code) => void): void {
  add(together(frame.first, here.shape));
  add(together(frame.anyMark, here.shape));
  add(Math.min(at, NEAR_START));
  add(together(Math.min(commas, LONG_LIST), here.shape));
  add(0);
}

/** How many features each word has. */
export const FEATURES_PER_WORD = 44;

/**
 * The slots of the features of all words, `FEATURES_PER_WORD` for each one after the other: the words around it, its form, its
 * beginning and end, the marks of its neighbourhood, and where in the sentence it stands.
 */
export function featuresOf({ words, marks }: Sentence, memory: WordMemory): Uint32Array {
  const codes = words.map((word, at) => remembered(memory, word, marks[at] ?? ""));
  const slots = new Uint32Array(words.length * FEATURES_PER_WORD);
  const frame = { first: (codes[0] ?? EDGE).word, anyMark: marks.some((mark) => mark !== "") ? 1 : 0 };
  let commas = 0;
  let next = 0;
  let template = 0;
  const add = (code: Code): void => {
    template += 1;
    slots[next] = Math.imul(together(code, Math.imul(template, SPREAD)), SPREAD) >>> SLOT_SHIFT;
    next += 1;
  };
  codes.forEach((here, at) => {
    template = 0;
    addAround(codes, at, add);
    addFrame(frame, here, at, commas, add);
    if (words[at] === ",") commas += 1;
  });
  return slots;
}
