import type { SystemContext } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { dedupePostings } from "@/lib/services/postings/dedupe-postings";
import { importFiles } from "@/lib/services/postings/import-files";
import { type RunSpec, withRun } from "@/lib/services/runs/with-run";
import { writeImportRows } from "./import-files";

/** A run that works on postings, as the command line asks for one. */
export const IMPORT_RUN: RunSpec = { kind: "import", trigger: "cli", leaseKey: PIPELINE_LEASE, input: {} };

/** Imports rows by a file in a folder, puts together what is the same, and reads it, as one run. */
export async function importAndRead(ctx: SystemContext, folder: string, rows: readonly object[]): Promise<void> {
  await withRun(ctx, IMPORT_RUN, async (run) => {
    await importFiles(ctx, run, [writeImportRows(folder, rows)]);
    await dedupePostings(ctx, run);
    await enrichPostings(ctx, run);
  });
}
