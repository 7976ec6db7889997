import { basename } from "node:path";
import { type Readable, Readable as ReadableStream } from "node:stream";
import { parse as createCsvParser } from "csv-parse";
import { parseJson } from "../parsing/parse-json";
import { type ImportRow, parseImportRow, toSourceId } from "./import-row";
import { type ByteProgress, openBytes } from "./open-bytes";
import { splitLines } from "./split-lines";

export type RowReading =
  | { line: number; kind: "row"; row: ImportRow }
  | { line: number; kind: "rejected"; reason: string };

export type ReadRowsOptions = {
  /** The source of rows that name none; the file's name where absent. */
  defaultSource?: string;
  onProgress?: (progress: ByteProgress) => void;
  /** A longer line is rejected without being held in memory; 2,000,000 bytes where absent. */
  maxLineBytes?: number;
  format?: "jsonl" | "csv";
};

const MAX_LINE_BYTES = 2_000_000;

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readJsonLine(bytes: Uint8Array, line: number, defaultSource: string): RowReading | null {
  const text = decodeUtf8(bytes);
  if (text === null) return { line, kind: "rejected", reason: "the line is not valid UTF-8" };
  if (text.trim() === "") return null;
  const json = parseJson(text);
  if (json === null) return { line, kind: "rejected", reason: "the line is not valid JSON" };
  return { line, ...parseImportRow(json.value, { defaultSource }) };
}

async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  defaultSource: string,
  maxLineBytes: number,
): AsyncGenerator<RowReading> {
  for await (const raw of splitLines(chunks, maxLineBytes)) {
    if (raw.kind === "oversized")
      yield { line: raw.line, kind: "rejected", reason: `the line is longer than ${maxLineBytes} bytes` };
    else {
      const reading = readJsonLine(raw.bytes, raw.line, defaultSource);
      if (reading !== null) yield reading;
    }
  }
}

type CsvRecord = { record: Buffer[]; line: number };

function isCsvRecord(value: unknown): value is { record: Buffer[]; info: { lines: number } } {
  return (
    typeof value === "object" && value !== null && "record" in value && Array.isArray(value.record) && "info" in value
  );
}

async function* csvRecords(chunks: AsyncIterable<Uint8Array>, maxLineBytes: number): AsyncGenerator<CsvRecord> {
  const parser = createCsvParser({
    bom: true,
    encoding: null,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxLineBytes,
  });
  const input: Readable = ReadableStream.from(chunks);
  input.on("error", (error) => parser.destroy(error));
  for await (const item of input.pipe(parser)) {
    if (isCsvRecord(item)) yield { record: item.record, line: item.info.lines };
  }
}

async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  defaultSource: string,
  maxLineBytes: number,
): AsyncGenerator<RowReading> {
  let header: string[] | null = null;
  for await (const { record, line } of csvRecords(chunks, maxLineBytes)) {
    const cells = record.map(decodeUtf8);
    if (header === null) header = cells.map((cell) => (cell ?? "").trim());
    else if (cells.includes(null)) yield { line, kind: "rejected", reason: "the line is not valid UTF-8" };
    else {
      const row = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""]));
      yield { line, ...parseImportRow(row, { defaultSource }) };
    }
  }
}

/** Why a file stopped giving rows before its end, in words; the rows before it stand. */
function describeStop(error: unknown): string {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "Z_BUF_ERROR" || code.startsWith("Z_")) return "the compressed file is damaged or cut off from here";
  if (code === "CSV_MAX_RECORD_SIZE") return "a record is too long; the rest of the file cannot be read";
  if (code.startsWith("CSV_")) return `the CSV cannot be read from here (${code})`;
  return "the file cannot be read from here";
}

function isCsvName(path: string): boolean {
  return /\.(csv|tsv)(\.gz)?$/i.test(path);
}

/**
 * Streams the postings of a JSON Lines or CSV file (also gzipped): every non-blank line is a row or a named rejection, and the file
 * is never held in memory. A file that breaks off ends with one more rejection. Throws `invalid_input` where it cannot be opened.
 */
export async function* readPostingRows(path: string, options: ReadRowsOptions = {}): AsyncGenerator<RowReading> {
  const chunks = await openBytes(path, options.onProgress);
  const fileName = basename(path)
    .replace(/\.gz$/i, "")
    .replace(/\.[a-z]{2,6}$/i, "");
  const defaultSource = toSourceId(options.defaultSource ?? fileName);
  const maxLineBytes = options.maxLineBytes ?? MAX_LINE_BYTES;
  const read = (options.format ?? (isCsvName(path) ? "csv" : "jsonl")) === "csv" ? readCsv : readJsonLines;
  let line = 0;
  try {
    for await (const reading of read(chunks, defaultSource, maxLineBytes)) {
      line = reading.line;
      yield reading;
    }
  } catch (error) {
    yield { line: line + 1, kind: "rejected", reason: describeStop(error) };
  }
}
