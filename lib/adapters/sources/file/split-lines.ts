export type RawLine = { line: number; kind: "line"; bytes: Uint8Array } | { line: number; kind: "oversized" };

const NEWLINE = 0x0a;

/** Splits a byte stream at newlines without ever holding more than `maxLineBytes` of one line. Line numbers start at 1. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxLineBytes: number): AsyncGenerator<RawLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  let oversized = false;
  const take = (part: Uint8Array) => {
    length += part.byteLength;
    if (length > maxLineBytes) {
      oversized = true;
      parts = [];
    } else parts.push(part);
  };
  const finish = (): RawLine => {
    const result: RawLine = oversized
      ? { line, kind: "oversized" }
      : { line, kind: "line", bytes: Buffer.concat(parts) };
    parts = [];
    length = 0;
    oversized = false;
    line += 1;
    return result;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.byteLength) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
