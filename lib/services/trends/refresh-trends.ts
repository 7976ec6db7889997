import { loadTrendRows, replaceTrendCells } from "@/lib/adapters/db/queries/trends";
import { GRAINS } from "@/lib/core/trends/time-bucket";
import { computeTrendCells, TRENDS_VERSION } from "@/lib/core/trends/trend-cells";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

const STAGE = "trends";

/** Counts all postings again into weeks and months; readers see the old cells or the new ones, never a mixture. */
export async function refreshTrends(ctx: Context, run: RunRecorder): Promise<void> {
  await run.stage(STAGE, async () => {
    const rows = await loadTrendRows(ctx.db);
    for (const grain of GRAINS) {
      const cells = computeTrendCells(rows, grain);
      await ctx.db.$transaction((tx) =>
        replaceTrendCells(tx, grain, cells, { version: TRENDS_VERSION, computedAt: ctx.now() }),
      );
      for (const cell of cells) run.outputs.add(STAGE, JSON.stringify(cell));
      run.count(STAGE, `cells_${grain}`, cells.length);
    }
    run.count(STAGE, "done", rows.length);
  });
}
