import { RUN_LINE } from "@/lib/adapters/db/queries/run-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";

/** What the command line prints of a run. */
const SUMMARY = {
  ...RUN_LINE,
  timings: true,
  inputHash: true,
  outputHash: true,
  error: true,
} as const;

const DETAIL = {
  ...SUMMARY,
  input: true,
  versions: true,
  report: true,
  gitRevision: true,
  artefacts: true,
  replayOfId: true,
  schemaVersion: true,
} as const;

const EVENT = {
  seq: true,
  at: true,
  level: true,
  kind: true,
  stage: true,
  reason: true,
  message: true,
  url: true,
} as const;

function refuseUsers(ctx: Context): void {
  const trusted = ctx.actor.kind === "system" || (ctx.actor.kind === "user" && ctx.actor.role === "admin");
  if (!trusted) throw new AppError("forbidden", "Only an administrator can look at runs.");
}

/** The newest runs, newest first. Throws `forbidden` for anyone but the system and administrators. */
export async function findRecentRuns(ctx: Context, take: number) {
  refuseUsers(ctx);
  return ctx.db.run.findMany({ select: SUMMARY, orderBy: [{ queuedAt: "desc" }, { id: "asc" }], take });
}

/** One run with everything the registry knows of it but its events. Throws `not_found`, `forbidden`. */
export async function findRun(ctx: Context, id: string) {
  refuseUsers(ctx);
  const run = await ctx.db.run.findUnique({ where: { id }, select: DETAIL });
  if (run === null) throw new AppError("not_found", `There is no run ${id}. "run list" shows the newest.`);
  return run;
}

/** A page of the events of a run, oldest first, after a sequence number. Throws `forbidden`. */
export async function findRunEvents(ctx: Context, runId: string, page: { after: number; take: number }) {
  refuseUsers(ctx);
  const where = { runId, seq: { gt: page.after } };
  return ctx.db.runEvent.findMany({ where, select: EVENT, orderBy: { seq: "asc" }, take: page.take });
}
