import { expect, test } from "vitest";
import { MAX_LINE_BYTES, readJsonLines, readTextLines } from "./read-json-lines";

async function* chunksOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(typeof part === "string" ? Buffer.from(part) : part);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("every line is a value or is named with its number; blank lines are neither", async () => {
  const lines = await collect(readJsonLines(chunksOf('{"a":1}\n\n{"b"', ':2}\r\nnope\n"last"')));
  expect(lines).toEqual([
    { line: 1, kind: "value", value: { a: 1 } },
    { line: 3, kind: "value", value: { b: 2 } },
    { line: 4, kind: "bad", reason: "the line is not valid JSON" },
    { line: 5, kind: "value", value: "last" },
  ]);
});

test("a letter that is cut between two chunks stays whole, and a line that is no UTF-8 is named", async () => {
  const [head, tail] = [Buffer.from("señal\n").subarray(0, 3), Buffer.from("señal\n").subarray(3)];
  const lines = await collect(readTextLines(chunksOf(head, tail, Uint8Array.of(0xff, 0x0a))));
  expect(lines).toEqual([
    { line: 1, kind: "text", text: "señal" },
    { line: 2, kind: "bad", reason: "the line is not valid UTF-8" },
  ]);
});

test("a line without end is refused and the next one is read", async () => {
  const lines = await collect(readTextLines(chunksOf("x".repeat(MAX_LINE_BYTES + 1), "\nnext\n")));
  expect(lines.map((line) => line.kind)).toEqual(["bad", "text"]);
});
