import type { WatchedEvent } from "@/lib/services/context/context";
import { runImport } from "@/lib/services/postings/run-import";
import type { Output } from "../output";
import { parseNow, withInstallation } from "../with-installation";

export type ImportCommandOptions = { now?: string; process: boolean; embed: boolean };

/** `import postings FILE…`: one line about the run; rejected rows are named on standard error. */
export async function importPostings(
  output: Output,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<void> {
  const now = options.now === undefined ? undefined : parseNow(options.now);
  await withInstallation(
    output,
    async (ctx) => {
      const watch = (event: WatchedEvent) => {
        if (event.kind === "item.failed") output.problem({ error: event.reason ?? "failed", message: event.message });
        ctx.watch?.(event);
      };
      const result = await runImport({ ...ctx, watch }, { files, process: options.process, embed: options.embed });
      const { counts, timings, runId, status } = result;
      await output.answer({ runId, status, counts, timings });
    },
    now,
  );
}
