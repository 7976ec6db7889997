import { readdir } from "node:fs/promises";
import path from "node:path";
import { writeRows } from "@/lib/adapters/db/write-rows";
import type { ConceptRow, EscoLang, RelationRow } from "@/lib/adapters/esco/esco-rows";
import { type EscoTable, inReadingOrder } from "@/lib/adapters/esco/esco-table";
import { readEscoTable, type TableLine } from "@/lib/adapters/esco/read-esco-table";
import { openBytes } from "@/lib/adapters/sources/file/open-bytes";
import { AppError } from "@/lib/core/kernel/app-error";
import type { SystemContext } from "@/lib/services/context/context";

/** What became of one file of the folder: rows read, or why it was passed over. */
export type TableReport = {
  file: string;
  outcome: "concepts" | "relations" | "skipped";
  lang: EscoLang | null;
  rows: number;
  rejected: number;
  reason: string | null;
};

export type RejectedRow = { file: string; line: number; reason: string };

export type ImportEscoInput = {
  folder: string;
  version?: string;
  onRejected?: (row: RejectedRow) => void;
  onTable?: (table: TableReport) => void;
};

/** Counts of what stands in the database for this bundle after the import. */
export type ImportEscoResult = {
  bundle: string;
  tables: TableReport[];
  concepts: number;
  relations: number;
  rejected: number;
};

const BATCH = 500;
const CSV_NAME = /\.csv(?:\.gz)?$/iu;
const VERSION = /(?:^|[^\p{L}\p{N}])v?(?<version>\d+\.\d+(?:\.\d+)?)(?!\p{N})/iu;
const MAX_VERSION = 40;

async function listTables(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AppError("invalid_input", `The folder ${folder} cannot be read.`, { cause });
  });
  const tables = names.filter((name) => CSV_NAME.test(name));
  if (tables.length === 0) throw new AppError("invalid_input", `The folder ${folder} holds no CSV table of a bundle.`);
  return inReadingOrder(tables);
}

function bundleOf({ folder, version }: ImportEscoInput): string {
  const stated = version?.trim() ?? VERSION.exec(path.basename(path.resolve(folder)))?.groups?.["version"] ?? "";
  return stated === "" ? "unstated" : stated.replace(/^v(?=\d)/iu, "").slice(0, MAX_VERSION);
}

/** A table's columns that the row has; a column that the table lacks is not written, so that it takes nothing away. */
function conceptColumns(row: ConceptRow, table: Extract<EscoTable, { kind: "concepts" }>, bundle: string) {
  const { lang, columns } = table;
  const isEnglish = lang === "en";
  return {
    uri: row.uri,
    kind: row.kind,
    bundle,
    [isEnglish ? "labelEn" : "labelEs"]: row.label,
    [isEnglish ? "altEn" : "altEs"]: row.altLabels,
    // The other language's list must be there for a new row, and is never among the updated columns.
    [isEnglish ? "altEs" : "altEn"]: [],
    ...(isEnglish && columns.has("description") ? { description: row.description } : {}),
    ...(columns.has("skillType") ? { skillType: row.skillType } : {}),
    ...(columns.has("reuseLevel") ? { reuseLevel: row.reuseLevel } : {}),
    ...(columns.has("iscoGroup") || columns.has("code") ? { isco: row.isco } : {}),
  };
}

type Batches = { concepts: Map<string, ConceptRow>; relations: Map<string, RelationRow> };

async function writeConcepts(ctx: SystemContext, batches: Batches, table: EscoTable, bundle: string): Promise<void> {
  if (table.kind !== "concepts" || batches.concepts.size === 0) return;
  const rows = [...batches.concepts.values()].map((row) => conceptColumns(row, table, bundle));
  const kept = table.lang === "en" ? ["uri", "altEs"] : ["uri", "altEn"];
  const update = Object.keys(rows[0] ?? {}).filter((column) => !kept.includes(column));
  await writeRows(ctx.db, "EscoConcept", rows, { key: ["uri"], update });
  batches.concepts.clear();
}

async function writeRelations(ctx: SystemContext, batches: Batches, bundle: string): Promise<void> {
  const rows = [...batches.relations.values()].map((row) => ({ ...row, bundle }));
  await writeRows(ctx.db, "EscoRelation", rows, { key: ["fromUri", "toUri", "kind"], update: ["bundle"] });
  batches.relations.clear();
}

function reportOf(file: string, table: EscoTable): TableReport {
  const base = { file, rows: 0, rejected: 0 };
  switch (table.kind) {
    case "concepts":
      return { ...base, outcome: "concepts", lang: table.lang, reason: null };
    case "relations":
      return { ...base, outcome: "relations", lang: null, reason: null };
    case "other":
      return { ...base, outcome: "skipped", lang: null, reason: table.reason };
  }
}

async function importTable(ctx: SystemContext, input: ImportEscoInput, file: string, bundle: string) {
  let table: EscoTable = { kind: "other", reason: "it is empty" };
  let report = reportOf(file, table);
  const batches: Batches = { concepts: new Map(), relations: new Map() };
  const take = (line: TableLine): void => {
    switch (line.kind) {
      case "table":
        table = line.table;
        report = reportOf(file, table);
        return;
      case "rejected":
        report.rejected += 1;
        input.onRejected?.({ file, line: line.line, reason: line.reason });
        return;
      case "concept":
        report.rows += 1;
        batches.concepts.set(line.row.uri, line.row);
        return;
      case "relation":
        report.rows += 1;
        batches.relations.set(`${line.row.fromUri} ${line.row.toUri} ${line.row.kind}`, line.row);
    }
  };
  for await (const line of readEscoTable(file, await openBytes(path.join(input.folder, file)))) {
    take(line);
    if (batches.concepts.size >= BATCH) await writeConcepts(ctx, batches, table, bundle);
    if (batches.relations.size >= BATCH) await writeRelations(ctx, batches, bundle);
  }
  await writeConcepts(ctx, batches, table, bundle);
  await writeRelations(ctx, batches, bundle);
  return report;
}

/**
 * Imports every table of a bundle's folder, streamed; concepts and relations that are there already are brought up to it, so that
 * importing twice is importing once. Bad rows and foreign files are told and passed over. Throws `invalid_input` for a folder that cannot
 * be read or holds no table.
 */
export async function importEsco(ctx: SystemContext, input: ImportEscoInput): Promise<ImportEscoResult> {
  const bundle = bundleOf(input);
  const tables: TableReport[] = [];
  for (const file of await listTables(input.folder)) {
    const report = await importTable(ctx, input, file, bundle);
    tables.push(report);
    input.onTable?.(report);
  }
  return {
    bundle,
    tables,
    concepts: await ctx.db.escoConcept.count({ where: { bundle } }),
    relations: await ctx.db.escoRelation.count({ where: { bundle } }),
    rejected: tables.reduce((sum, table) => sum + table.rejected, 0),
  };
}
