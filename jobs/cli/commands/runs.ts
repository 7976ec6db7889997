import { AppError } from "@/lib/core/kernel/app-error";
import type { SystemContext } from "@/lib/services/context/context";
import { runDaily, runScrape } from "@/lib/services/pipeline/run-daily";
import { diffRuns } from "@/lib/services/runs/diff-runs";
import { findRecentRuns, findRun, findRunEvents } from "@/lib/services/runs/find-runs";
import { replayRun } from "@/lib/services/runs/replay-run";
import { verifyRun } from "@/lib/services/runs/verify-run";
import { statedOutcome } from "@/lib/services/sources/source-state";
import { EXIT } from "../exit-codes";
import type { Output } from "../output";
import { parseNow, withInstallation } from "../with-installation";

type SourceEnds = Readonly<Record<string, { status: string; reason: string | null }>>;

/** A source that said no is named, and makes the command end with 3. */
function nameRefusals(output: Output, sources: SourceEnds): void {
  for (const [source, { status, reason }] of Object.entries(sources)) {
    if (status === "ok" || status === "partial") continue;
    output.problem({ error: status, source, message: statedOutcome({ status, reason }) }, EXIT.sourceRefused);
  }
}

async function answerRun(
  ctx: SystemContext,
  output: Output,
  ended: { runId: string; status: string; result: { sources: SourceEnds; complete: boolean } },
): Promise<void> {
  const { counts, timings } = await findRun(ctx, ended.runId);
  const { sources, complete } = ended.result;
  await output.answer({ runId: ended.runId, status: ended.status, sources, complete, counts, timings });
  nameRefusals(output, sources);
}

/** `run daily`: every source that is due, then all stages. */
export async function runDailyNow(output: Output, options: { now?: string }): Promise<void> {
  const now = options.now === undefined ? undefined : parseNow(options.now);
  await withInstallation(output, async (ctx) => answerRun(ctx, output, await runDaily(ctx, { trigger: "cli" })), now);
}

/** `scrape --source ID`: one source whether it is due or not, or its last snapshot, then all stages. */
export async function scrapeNow(output: Output, options: { source: string; from: string }): Promise<void> {
  const from = options.from;
  if (from !== "live" && from !== "snapshot") throw new AppError("invalid_input", "--from is live or snapshot.");
  await withInstallation(output, async (ctx) => {
    await answerRun(ctx, output, await runScrape(ctx, options.source, { trigger: "cli", from }));
  });
}

/** `run list`: the newest runs, one a line. */
export async function listRuns(output: Output, options: { limit: number }): Promise<void> {
  if (options.limit > 1_000) throw new AppError("invalid_input", "--limit is at most 1000.");
  await withInstallation(output, async (ctx) => {
    for (const run of await findRecentRuns(ctx, options.limit)) await output.answer(run);
  });
}

const EVENTS_PAGE = 500;

/** `run show ID`: the run on one line; with `--events` every event on a line of its own after it. */
export async function showRun(output: Output, id: string, options: { events: boolean }): Promise<void> {
  await withInstallation(output, async (ctx) => {
    await output.answer(await findRun(ctx, id));
    for (let after = 0; options.events && !output.isClosed(); ) {
      const events = await findRunEvents(ctx, id, { after, take: EVENTS_PAGE });
      for (const event of events) await output.answer(event);
      const last = events.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  });
}

/** `run replay ID`: the run recomputed from its raw documents and compared; ends with 4 unless everything is identical. */
export async function replayRunNow(output: Output, id: string): Promise<void> {
  await withInstallation(output, async (ctx) => {
    const { runId, result } = await replayRun(ctx, id, { trigger: "cli" });
    await output.answer({ runId, ...result });
    if (result.outcome === "identical") return;
    output.problem({ error: `replay_${result.outcome}`, run: id, message: result.reasons.join(" ") }, EXIT.failure);
  });
}

/** `run verify ID`: what the run left, checked; ends with 4 where something is not as it was recorded. */
export async function verifyRunNow(output: Output, id: string): Promise<void> {
  await withInstallation(output, async (ctx) => {
    const report = await verifyRun(ctx, id);
    await output.answer(report);
    if (report.outcome === "whole") return;
    for (const { what, message } of report.findings)
      if (what !== "document_purged") output.problem({ error: what, run: id, message }, EXIT.failure);
  });
}

/** `run diff A B`: what stands otherwise in B: a line of figures, then one line a posting. */
export async function diffRunsNow(output: Output, a: string, b: string): Promise<void> {
  await withInstallation(output, async (ctx) => {
    const { postings, ...figures } = await diffRuns(ctx, a, b);
    await output.answer(figures);
    for (const posting of postings) await output.answer(posting);
  });
}
