import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { type StateFacts, stateOf } from "@/lib/services/sources/source-state";
import type { RunStatus } from "@/lib/services/runs/run-view";

/** Plain figures about an installation. */
export type HealthFigures = {
  database: { version: string; bytes: number; latencyMs: number; kind: "embedded" | "server" };
  postings: number;
  openPostings: number;
  queue: { waiting: number; running: number; oldestQueuedAt: Date | null };
  embedding: { model: string; version: string; vectors: number; missing: number };
  statistics: { computedAt: Date; documents: number } | null;
  trendsComputedAt: Date | null;
  /** Sources that are on, those of them that do not work, and the newest crawl that did. */
  sources: { enabled: number; failing: number; lastSuccessAt: Date | null };
  lastRuns: { kind: string; id: string; status: RunStatus; at: Date }[];
};

async function describeDatabase(ctx: Context): Promise<HealthFigures["database"]> {
  const from = performance.now();
  const rows = await ctx.db.$queryRaw<{ version: string; bytes: bigint }[]>`
    SELECT version() AS version, pg_database_size(current_database()) AS bytes`;
  const latencyMs = Math.round(performance.now() - from);
  const version = rows[0]?.version ?? "";
  return {
    version: version.split(" ").slice(0, 2).join(" "),
    bytes: Number(rows[0]?.bytes ?? 0),
    latencyMs,
    kind: /emscripten|wasm|pglite/iu.test(version) ? "embedded" : "server",
  };
}

async function describeEmbedding(ctx: Context, openPostings: number): Promise<HealthFigures["embedding"]> {
  const { id, version } = ctx.embedder();
  const rows = await ctx.db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Posting" p JOIN "Embedding" e ON e."subject" = 'posting_version'
      AND e."subjectId" = p."currentVersionId" AND e."model" = ${id} WHERE p."state" = 'open'`;
  const vectors = Number(rows[0]?.n ?? 0);
  return { model: id, version, vectors, missing: Math.max(0, openPostings - vectors) };
}

async function lastRuns(ctx: Context): Promise<HealthFigures["lastRuns"]> {
  const rows = await ctx.db.$queryRaw<HealthFigures["lastRuns"]>`
    SELECT DISTINCT ON ("kind") "kind", "id", "status"::text AS status, "queuedAt" AS at FROM "Run"
    ORDER BY "kind", "queuedAt" DESC, "id"`;
  return rows.sort((a, b) => b.at.getTime() - a.at.getTime());
}

async function describeQueue(ctx: Context): Promise<HealthFigures["queue"]> {
  const [waiting, running, oldest] = await Promise.all([
    ctx.db.run.count({ where: { status: "queued" } }),
    ctx.db.run.count({ where: { status: "running" } }),
    ctx.db.run.findFirst({ where: { status: "queued" }, select: { queuedAt: true }, orderBy: { queuedAt: "asc" } }),
  ]);
  return { waiting, running, oldestQueuedAt: oldest?.queuedAt ?? null };
}

function doesNotWork(source: Omit<StateFacts, "hasNotice">, now: Date): boolean {
  const { state } = stateOf({ ...source, hasNotice: false }, now);
  return state === "failing" || state === "cooling_down";
}

async function describeSources(ctx: Context): Promise<HealthFigures["sources"]> {
  const sources = await ctx.db.source.findMany({ where: { enabled: true }, omit: { config: true } });
  const successes = sources.flatMap((source) => source.lastSuccessAt?.getTime() ?? []);
  return {
    enabled: sources.length,
    failing: sources.filter((source) => doesNotWork(source, ctx.wallNow())).length,
    lastSuccessAt: successes.length === 0 ? null : new Date(Math.max(...successes)),
  };
}

/** How the installation is doing, in figures. For administrators and jobs only. */
export async function describeHealth(ctx: Context): Promise<HealthFigures> {
  adminOnly(ctx);
  const [postings, openPostings] = await Promise.all([
    ctx.db.posting.count(),
    ctx.db.posting.count({ where: { state: "open" } }),
  ]);
  const [database, queue, embedding, statistics, trends, sources, runs] = await Promise.all([
    describeDatabase(ctx),
    describeQueue(ctx),
    describeEmbedding(ctx, openPostings),
    ctx.db.corpusStatistics.findFirst({
      select: { computedAt: true, documents: true },
      orderBy: { computedAt: "desc" },
    }),
    ctx.db.trendCell.aggregate({ _max: { computedAt: true } }),
    describeSources(ctx),
    lastRuns(ctx),
  ]);
  return {
    database,
    postings,
    openPostings,
    queue,
    embedding,
    statistics,
    trendsComputedAt: trends._max.computedAt,
    sources,
    lastRuns: runs,
  };
}
