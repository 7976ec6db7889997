import { z } from "zod";
import type { MatcherTables } from "./skill-matcher";
import type { Concept } from "./skill-types";

/** A compiled taxonomy with all that it was made of. */
export type CompiledTaxonomy = { version: string; concepts: readonly Concept[]; tables: MatcherTables };

/** Number that a packed taxonomy begins with; read with its bytes the other way round it is another one. */
const MARK = 0x41_54_41_4c;
const WORD = 4;

/** The tables of numbers in the order in which they lie. */
function numberTables({ words, labelTrie, labels, cueTrie, cueKinds }: MatcherTables): readonly Int32Array[] {
  return [
    ...[words.slots, labelTrie.first, labelTrie.states, labelTrie.slots],
    ...[labels.concepts, labels.flags, labels.spellings, labels.signed, labels.forms, labels.lengths],
    ...[labels.formPlaces, labels.formWords],
    ...[cueTrie.first, cueTrie.states, cueTrie.slots, cueKinds],
  ];
}

const COUNT = 16;

/**
 * A compiled taxonomy as bytes: mark, lengths (of every table, the letters, the text), tables, letters, and what is no
 * table as JSON. The tables are only read back on a machine with the same order of bytes.
 */
export function packTaxonomy({ version, concepts, tables }: CompiledTaxonomy): Uint8Array<ArrayBuffer> {
  const { letters } = tables.words;
  const numbers = numberTables(tables);
  const json = new TextEncoder().encode(JSON.stringify({ version, concepts, texts: tables.labels.texts }));
  const lengths = [...numbers.map((table) => table.length), letters.length, json.length];
  const head = Int32Array.from([MARK, ...lengths]);
  const counted = numbers.reduce((sum, table) => sum + table.length, head.length);
  const lettersAt = WORD * counted;
  const bytes = new Uint8Array(lettersAt + 2 * letters.length + json.length);
  const words = new Int32Array(bytes.buffer, 0, counted);
  let at = 0;
  for (const table of [head, ...numbers]) {
    words.set(table, at);
    at += table.length;
  }
  new Uint16Array(bytes.buffer, lettersAt, letters.length).set(letters);
  bytes.set(json, lettersAt + 2 * letters.length);
  return bytes;
}

/** What was checked before it was packed is not checked again. */
const packedJson = z.object({ version: z.string(), concepts: z.custom<Concept[]>(), texts: z.custom<string[]>() });

/** The taxonomy that bytes were packed from; null for those of another machine or format. The tables lie in the given bytes where they can. */
export function unpackTaxonomy(given: Uint8Array<ArrayBuffer>): CompiledTaxonomy | null {
  const bytes = given.byteOffset % WORD === 0 ? given : given.slice();
  const { buffer, byteOffset } = bytes;
  const headLength = 1 + COUNT + 2;
  if (bytes.length < WORD * headLength) return null;
  const head = new Int32Array(buffer, byteOffset, headLength);
  if (head[0] !== MARK) return null;
  let at = WORD * headLength;
  const tables: Int32Array[] = [];
  for (const length of head.subarray(1, 1 + COUNT)) {
    tables.push(new Int32Array(buffer, byteOffset + at, length));
    at += WORD * length;
  }
  const letters = new Uint16Array(buffer, byteOffset + at, head[1 + COUNT]);
  const text = new TextDecoder().decode(bytes.subarray(at + 2 * letters.length));
  const { version, concepts, texts } = packedJson.parse(JSON.parse(text));
  return { version, concepts, tables: assembled(tables, letters, texts) };
}

function assembled(tables: readonly Int32Array[], letters: Uint16Array, texts: readonly string[]): MatcherTables {
  const table = (index: number): Int32Array => tables[index] ?? new Int32Array();
  return {
    words: { slots: table(0), letters },
    labelTrie: { first: table(1), states: table(2), slots: table(3) },
    labels: {
      concepts: table(4),
      flags: table(5),
      spellings: table(6),
      signed: table(7),
      forms: table(8),
      lengths: table(9),
      formPlaces: table(10),
      formWords: table(11),
      texts,
    },
    cueTrie: { first: table(12), states: table(13), slots: table(14) },
    cueKinds: table(15),
  };
}
