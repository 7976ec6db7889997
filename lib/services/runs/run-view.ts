import { z } from "zod";
import type { StageMark } from "@/lib/adapters/db/queries/run-reads";
import type { StageCounts } from "@/lib/core/pipeline/run-report";

export type RunStatus = "queued" | "running" | "succeeded" | "partial" | "failed" | "interrupted";

/** Statuses that can still change. */
export function isUnderWay(status: RunStatus): boolean {
  return status === "queued" || status === "running";
}

/** One stage of a run. */
export type StageView = {
  stage: string;
  state: "running" | "done" | "stopped";
  startedAt: string | null;
  /** Milliseconds; null while it runs. */
  tookMs: number | null;
  progress: { done: number; total: number | null } | null;
  done: number;
  failed: number;
  /** The other counters of the stage. */
  counts: Record<string, number>;
};

const countsShape = z.record(z.string(), z.record(z.string(), z.number())).catch({});
const timingsShape = z.record(z.string(), z.number()).catch({});
const progressShape = z.object({ done: z.number(), total: z.number().nullable() });

/** The counters of a run as stored; none where they are missing. */
export function stageCounts(value: unknown): StageCounts {
  return countsShape.parse(value ?? {});
}

/** The stages of a run in the order in which they began, each with how far it is. */
export function stageViews(
  run: { counts: unknown; timings: unknown; status: RunStatus },
  marks: readonly StageMark[],
): StageView[] {
  const counts = stageCounts(run.counts);
  const timings = timingsShape.parse(run.timings ?? {});
  const begun = marks.filter((mark) => mark.kind === "stage.started");
  const news = new Map(marks.filter((mark) => mark.kind !== "stage.started").map((mark) => [mark.stage, mark]));
  const order = [...new Set([...begun.map((mark) => mark.stage), ...Object.keys(counts)])];
  return order.map((stage) => {
    const { done = 0, failed = 0, ...others } = counts[stage] ?? {};
    const latest = news.get(stage);
    const progress = progressShape.safeParse(latest?.detail);
    const finished = latest?.kind === "stage.finished" || !begun.some((mark) => mark.stage === stage);
    return {
      stage,
      state: finished ? "done" : isUnderWay(run.status) ? "running" : "stopped",
      startedAt: begun.find((mark) => mark.stage === stage)?.at.toISOString() ?? null,
      tookMs: timings[stage] ?? null,
      progress: progress.success ? progress.data : null,
      done,
      failed,
      counts: others,
    };
  });
}
