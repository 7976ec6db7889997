import { splitLines } from "@/lib/adapters/sources/file/split-lines";

export type JsonLine = { line: number; kind: "value"; value: unknown } | { line: number; kind: "bad"; reason: string };

export type TextLine = { line: number; kind: "text"; text: string } | { line: number; kind: "bad"; reason: string };

/** A longer line is refused without being held in memory. */
export const MAX_LINE_BYTES = 5_000_000;

/** The non-blank lines of a byte stream as text, one at a time; one that is too long or no UTF-8 is named and skipped. */
export async function* readTextLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const raw of splitLines(chunks, MAX_LINE_BYTES)) {
    if (raw.kind === "oversized") {
      yield { line: raw.line, kind: "bad", reason: `the line is longer than ${MAX_LINE_BYTES} bytes` };
      continue;
    }
    let text: string;
    try {
      text = decoder.decode(raw.bytes);
    } catch {
      yield { line: raw.line, kind: "bad", reason: "the line is not valid UTF-8" };
      continue;
    }
    const trimmed = text.replace(/\r$/u, "");
    if (trimmed.trim() !== "") yield { line: raw.line, kind: "text", text: trimmed };
  }
}

/** The values of a stream of JSON Lines, one at a time; blank lines are left out and a bad one is named. */
export async function* readJsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonLine> {
  for await (const line of readTextLines(chunks)) {
    if (line.kind === "bad") {
      yield line;
      continue;
    }
    let value: unknown;
    try {
      value = JSON.parse(line.text);
    } catch {
      yield { line: line.line, kind: "bad", reason: "the line is not valid JSON" };
      continue;
    }
    yield { line: line.line, kind: "value", value };
  }
}
