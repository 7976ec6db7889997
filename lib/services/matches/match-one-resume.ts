import type { RunTrigger } from "@/lib/core/pipeline/run-report";
import type { Context } from "@/lib/services/context/context";
import { withRun } from "@/lib/services/runs/with-run";
import { matchResume } from "./match-resume";

/** Matches one résumé version as a registered run; two requests for the same version do it once at a time. */
export async function matchOneResume(
  ctx: Context,
  resumeVersionId: string,
  trigger: RunTrigger,
): Promise<{ runId: string; status: string; matches: number }> {
  const spec = { kind: "match" as const, trigger, leaseKey: `match:${resumeVersionId}`, input: { resumeVersionId } };
  const { runId, status, result } = await withRun(ctx, spec, (run) =>
    run.stage("match", () => matchResume(ctx, run, resumeVersionId)),
  );
  return { runId, status, matches: result.length };
}
