import { AppError } from "@/lib/core/kernel/app-error";
import { MOST_POSTINGS, runModelEnrichment } from "@/lib/services/enrichment/enrich-with-model";
import { EXIT } from "../exit-codes";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

/** `postings enrich`: one line on what the model read and what it cost; a spent budget and a service that does not answer end with 3. */
export async function enrichPostings(output: Output, { limit }: { limit: number }): Promise<void> {
  if (limit < 1 || limit > MOST_POSTINGS) throw new AppError("invalid_input", `--limit is from 1 to ${MOST_POSTINGS}.`);
  await withInstallation(output, async (ctx) => {
    const { runId, status, result } = await runModelEnrichment(ctx, limit);
    await output.answer({ runId, status, ...result });
    if (result.waiting > 0)
      output.note(
        `${result.waiting} open postings wait for our own reading: \`postings reread\` brings it up to date.`,
      );
    if (result.outcome === "budget_spent" || result.outcome === "unavailable")
      output.problem({ error: result.outcome, run: runId, message: result.reason }, EXIT.sourceRefused);
  });
}
