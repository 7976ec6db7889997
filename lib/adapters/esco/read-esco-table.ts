import { Readable } from "node:stream";
import { parse as createCsvParser } from "csv-parse";
import {
  type ConceptRow,
  type RawRow,
  type RelationRow,
  type RowOutcome,
  toConceptRow,
  toRelationRow,
} from "./esco-rows";
import { describeTable, type EscoTable } from "./esco-table";

export type TableLine =
  | { kind: "table"; table: EscoTable }
  | { kind: "concept"; line: number; row: ConceptRow }
  | { kind: "relation"; line: number; row: RelationRow }
  | { kind: "rejected"; line: number; reason: string };

const MAX_RECORD_BYTES = 1_000_000;

type CsvRecord = { cells: string[]; line: number };

function isRecord(value: unknown): value is { record: string[]; info: { lines: number } } {
  return (
    typeof value === "object" && value !== null && "record" in value && Array.isArray(value.record) && "info" in value
  );
}

async function* csvRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  const parser = createCsvParser({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_BYTES,
  });
  const input = Readable.from(chunks);
  input.on("error", (error) => parser.destroy(error));
  for await (const item of input.pipe(parser)) if (isRecord(item)) yield { cells: item.record, line: item.info.lines };
}

function toLine(table: EscoTable, row: RawRow, line: number): TableLine {
  const told = (outcome: RowOutcome<unknown>) =>
    outcome.kind === "rejected" ? outcome.reason : "the table is of another kind";
  if (table.kind === "concepts") {
    const outcome = toConceptRow(row);
    return outcome.kind === "row"
      ? { kind: "concept", line, row: outcome.row }
      : { kind: "rejected", line, reason: told(outcome) };
  }
  const outcome = toRelationRow(row);
  return outcome.kind === "row"
    ? { kind: "relation", line, row: outcome.row }
    : { kind: "rejected", line, reason: told(outcome) };
}

/** Why a table gave no more rows before its end, in words. */
function describeStop(error: unknown): string {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code.startsWith("Z_")) return "the compressed file is damaged or cut off from here";
  if (code.startsWith("CSV_")) return `the CSV cannot be read from here (${code})`;
  return "the file cannot be read from here";
}

/**
 * The lines of one table of a bundle, one at a time: first what the table is, then its rows, bad ones named with their line. A table of
 * another kind ends after the first. A file that breaks off ends with one more rejection; the rows before it stand.
 */
export async function* readEscoTable(fileName: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TableLine> {
  let header: string[] | null = null;
  let table: EscoTable = { kind: "other", reason: "it is empty" };
  let last = 0;
  try {
    for await (const { cells, line } of csvRecords(chunks)) {
      last = line;
      if (header === null) {
        header = cells.map((cell) => cell.trim());
        table = describeTable(fileName, header);
        yield { kind: "table", table };
        if (table.kind === "other") return;
        continue;
      }
      yield toLine(table, Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])), line);
    }
    if (header === null) yield { kind: "table", table };
  } catch (error) {
    if (header === null) yield { kind: "table", table: { kind: "other", reason: describeStop(error) } };
    else yield { kind: "rejected", line: last + 1, reason: describeStop(error) };
  }
}
