import { defineCronRoute } from "@/lib/entry/define-cron-route";
import { runDaily } from "@/lib/services/pipeline/run-daily";

/** Below the minute that most schedulers wait for an answer; the next call goes on where this one stopped. */
const SLICE_MS = 50_000;

export const dynamic = "force-dynamic";
export const maxDuration = 60;

/** One slice of the daily pipeline. */
export const GET = defineCronRoute({
  name: "daily",
  sliceMs: SLICE_MS,
  run: async (ctx, { deadline }) => {
    const { runId, status, result } = await runDaily(ctx, { trigger: "cron", deadline });
    return { runId, status, complete: result.complete, sources: result.sources };
  },
});
