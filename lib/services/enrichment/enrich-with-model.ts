import {
  countOpenVersionsToRead,
  countVersionsToEnrich,
  findVersionsToEnrich,
  findVersionToEnrich,
  saveModelReading,
  sumCalls,
} from "@/lib/adapters/db/queries/model-readings";
import type { Model } from "@/lib/adapters/llm/ask-model";
import type { ModelReading } from "@/lib/core/model-reading/model-reading";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { loadEscoLinker } from "@/lib/services/esco/load-linker";
import { openModel } from "@/lib/services/models/open-model";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { readingVersion } from "@/lib/services/runs/current-versions";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { withRun } from "@/lib/services/runs/with-run";
import { askAboutPosting, type LoadLinker } from "./ask-about-posting";
import { ModelTalk, NoMoreAnswers } from "./model-talk";
import { modelVersion } from "./model-version";
import type { ModelOutcomeReport } from "./model-report";

const STAGE = "model";
const PURPOSES = ["normalise", "summarise", "esco", "deduplicate"];
/** Postings of one run at most; what is left is the next one's. */
export const MOST_POSTINGS = 5_000;
/** After so many postings in a row without an answer the rest is left for the next run. */
const MOST_SILENCES = 3;

function countReading(run: RunRecorder, reading: ModelReading): void {
  const { skills, phrases, facts, summary, duplicates, dropped } = reading;
  run.count(STAGE, "done");
  run.count(STAGE, "skills", skills.length);
  run.count(STAGE, "phrases", phrases.length);
  run.count(STAGE, "facts", facts.length);
  run.count(STAGE, "summaries", summary.length === 0 ? 0 : 1);
  run.count(STAGE, "advice", duplicates.length);
  run.count(STAGE, "not_kept", dropped);
}

type Reader = { ctx: Context; run: RunRecorder; model: Model; version: string; loadLinker: LoadLinker };

/** Reads one version; null where it went on, else why nothing more is to be had. A posting that fails is a row of the run. */
async function readOne({ ctx, run, model, version, loadLinker }: Reader, id: string): Promise<NoMoreAnswers | null> {
  try {
    const row = await findVersionToEnrich(ctx.db, id);
    if (row === null) return null;
    const reading = await askAboutPosting(ctx, new ModelTalk(model), row, loadLinker);
    await saveModelReading(ctx.db, id, reading, version);
    countReading(run, reading);
    return null;
  } catch (error) {
    if (error instanceof NoMoreAnswers) {
      if (error.kind === "unavailable")
        run.failure({ stage: STAGE, reason: "unavailable", message: `Posting version ${id}: ${error.message}` });
      return error;
    }
    ctx.log.error("model.item.crashed", { versionId: id, error });
    run.failure({ stage: STAGE, reason: "crash", message: `Posting version ${id} could not be read by the model.` });
    return null;
  }
}

type Ending = Pick<ModelOutcomeReport, "outcome" | "reason">;

async function readAll(reader: Reader, ids: readonly string[], deadline: Date | null): Promise<Ending> {
  const { ctx, run } = reader;
  let silences = 0;
  let last: string | null = null;
  for (const [at, id] of ids.entries()) {
    if (deadline !== null && ctx.wallNow() >= deadline) return { outcome: "deadline", reason: null };
    const stop = await readOne(reader, id);
    if (stop?.kind === "budget_spent") return { outcome: "budget_spent", reason: stop.message };
    silences = stop === null ? 0 : silences + 1;
    last = stop?.message ?? null;
    if (silences === MOST_SILENCES) break;
    await run.progress(STAGE, at + 1, ids.length);
  }
  return { outcome: last === null ? "complete" : "unavailable", reason: last };
}

async function report(reader: Reader, ending: Ending): Promise<ModelOutcomeReport> {
  const { ctx, run, model, version } = reader;
  const left = await countVersionsToEnrich(ctx.db, { aiVersion: version, readingVersion: readingVersion(ctx) });
  const { done = 0, failed = 0 } = run.counts[STAGE] ?? {};
  const told: ModelOutcomeReport = {
    ...ending,
    models: model.endpoints.map((endpoint) => `${endpoint.model} (${endpoint.provider})`),
    done,
    failed,
    left,
    waiting: await countOpenVersionsToRead(ctx.db, readingVersion(ctx)),
    ...(await sumCalls(ctx.db, run.runId, PURPOSES)),
  };
  run.report[STAGE] = told;
  if (ending.outcome === "budget_spent" || ending.outcome === "unavailable")
    run.event({
      level: "warn",
      kind: "model.stopped",
      stage: STAGE,
      reason: ending.outcome,
      message: ending.reason ?? ending.outcome,
      detail: { left },
    });
  return told;
}

async function runStage(
  ctx: Context,
  run: RunRecorder,
  deadline: Date | null,
  limit: number,
): Promise<ModelOutcomeReport | null> {
  const version = modelVersion(ctx);
  const model = version === null ? null : openModel(ctx, run.runId);
  if (version === null || model === null) return null;
  return run.stage(STAGE, async () => {
    let linker: ReturnType<LoadLinker> | undefined;
    const loadLinker = () => (linker ??= loadEscoLinker(ctx, "skill"));
    const reader = { ctx, run, model, version, loadLinker };
    const wanted = { aiVersion: version, readingVersion: readingVersion(ctx) };
    const ids = await findVersionsToEnrich(ctx.db, wanted, Math.min(limit, MOST_POSTINGS));
    return report(reader, await readAll(reader, ids, deadline));
  });
}

/**
 * Has the current wordings of open postings read by a model where that is turned on, the newest first, beside our own reading and never in its place. A spent
 * budget or a model that does not answer ends the stage, not the run: what was read stands, the rest is the next run's. Returns false only where the deadline passed.
 */
export async function enrichWithModel(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  const told = await runStage(ctx, run, deadline, MOST_POSTINGS);
  return told?.outcome !== "deadline";
}

/** The same for at most `limit` postings, as a registered run of its own. Throws `invalid_input` where it is not turned on, `conflict` while a run works on postings. */
export async function runModelEnrichment(
  ctx: Context,
  limit: number,
): Promise<{ runId: string; status: string; result: ModelOutcomeReport }> {
  if (modelVersion(ctx) === null)
    throw new AppError(
      "invalid_input",
      "Postings are not read by a model here: set ENRICHMENT_LLM=on and name a model (docs/enrichment.md).",
    );
  const spec = {
    kind: "enrich" as const,
    trigger: "cli" as const,
    leaseKey: PIPELINE_LEASE,
    input: { model: { limit } },
  };
  return withRun(ctx, spec, async (run) => {
    const told = await runStage(ctx, run, null, limit);
    if (told === null) throw new AppError("invalid_input", "No model is configured.");
    return told;
  });
}
