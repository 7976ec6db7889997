import type { StageCounts } from "@/lib/core/pipeline/run-report";
import type { Context } from "@/lib/services/context/context";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { processPostings } from "@/lib/services/pipeline/run-daily";
import { withRun } from "@/lib/services/runs/with-run";
import { importFiles } from "./import-files";

export type ImportOptions = {
  files: readonly string[];
  /** Whether the stages after absorbing run too, and whether vectors are made among them. */
  process: boolean;
  embed: boolean;
};

export type ImportResult = {
  runId: string;
  status: string;
  counts: StageCounts;
  /** Stage → milliseconds. */
  timings: Record<string, number>;
};

/**
 * Imports files of postings and, unless told otherwise, reads, embeds, counts and matches them, as one registered run.
 * Throws `invalid_input` when a file is not there, `conflict` while another run works on postings.
 */
export async function runImport(ctx: Context, options: ImportOptions): Promise<ImportResult> {
  const { files, process: andProcess, embed } = options;
  const spec = {
    kind: "import" as const,
    trigger: "cli" as const,
    leaseKey: PIPELINE_LEASE,
    input: { files: files.map(String), process: andProcess, embed },
  };
  const { runId, status, result } = await withRun(ctx, spec, async (run) => {
    await importFiles(ctx, run, files);
    if (andProcess) await processPostings(ctx, run, null, { embed });
    return { counts: run.counts, timings: run.timings };
  });
  return { runId, status, ...result };
}
