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
    ...[words, labelTrie.first, labelTrie.states, labelTrie.slots],
    ...[labels.concepts, labels.flags, labels.spellings, labels.signed, labels.forms, labels.lengths],
    ...[labels.formPlaces, labels.formWords],
    ...[cueTrie.first, cueTrie.states, cueTrie.slots, cueKinds],
  ];
}

const COUNT = 16;

/**
 * A compiled taxonomy as bytes: mark, lengths of the tables, tables, and what is no table as JSON. The tables are only
 * read back on a machine with the same order of bytes.
 */
export function packTaxonomy({ version, concepts, tables }: CompiledTaxonomy): Uint8Array<ArrayBuffer> {
  const numbers = numberTables(tables);
  const json = new TextEncoder().encode(JSON.stringify({ version, concepts, texts: tables.labels.texts }));
  const head = Int32Array.from([MARK, ...numbers.map((table) => table.length)]);
  const counted = numbers.reduce((sum, table) => sum + table.length, head.length);
  const bytes = new Uint8Array(WORD * counted + json.length);
  const words = new Int32Array(bytes.buffer, 0, counted);
  let at = 0;
  for (const table of [head, ...numbers]) {
    words.set(table, at);
    at += table.length;
  }
  bytes.set(json, WORD * counted);
  return bytes;
}

/** What was checked before it was packed is not checked again. */
const packedJson = z.object({ version: z.string(), concepts: z.custom<Concept[]>(), texts: z.custom<string[]>() });

/** The taxonomy that bytes were packed from; null for those of another machine or format. The tables lie in the given bytes where they can. */
export function unpackTaxonomy(given: Uint8Array<ArrayBuffer>): CompiledTaxonomy | null {
  const bytes = given.byteOffset % WORD === 0 ? given : given.slice();
  const { buffer, byteOffset } = bytes;
  const headLength = 1 + COUNT;
  if (bytes.length < WORD * headLength) return null;
  const head = new Int32Array(buffer, byteOffset, headLength);
  if (head[0] !== MARK) return null;
  let at = WORD * headLength;
  const tables: Int32Array[] = [];
  for (const length of head.subarray(1)) {
    tables.push(new Int32Array(buffer, byteOffset + at, length));
    at += WORD * length;
  }
  const text = new TextDecoder().decode(bytes.subarray(at));
  const { version, concepts, texts } = packedJson.parse(JSON.parse(text));
  return { version, concepts, tables: assembled(tables, texts) };
}

function assembled(tables: readonly Int32Array[], texts: readonly string[]): MatcherTables {
  const table = (index: number): Int32Array => tables[index] ?? new Int32Array();
  return {
    words: table(0),
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
