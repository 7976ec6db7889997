import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobQueue } from "@/lib/adapters/queue/job-queue";
import { AppError } from "@/lib/core/kernel/app-error";
import { enqueueRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { takeJobs } from "./take-jobs";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
});

test("a run whose job fails before it begins has failed, with the reason; one that has ended stays as it is", async () => {
  const ctx = pipelineContext({ db: database.db });
  const workers = new Map<string, (payload: unknown) => Promise<void>>();
  const queue: JobQueue = {
    ...(await ctx.queue()),
    work: (name, handle) => {
      workers.set(name, handle);
      return Promise.resolve();
    },
  };
  const refuse = () => Promise.reject(new AppError("invalid_input", "Read the notice first."));
  const handlers = {
    daily: refuse,
    frequent: refuse,
    scrape: refuse,
    import_address: refuse,
    replay: refuse,
    reread: refuse,
    match: refuse,
  };
  await takeJobs(ctx, queue, handlers);
  const spec = { kind: "import" as const, trigger: "admin" as const, leaseKey: "pipeline", input: {} };
  const [unbegun, ended] = [await enqueueRun(ctx, spec), await enqueueRun(ctx, spec)];
  await database.db.run.update({ where: { id: ended }, data: { status: "succeeded" } });
  for (const runId of [unbegun, ended]) await workers.get("import_address")?.({ runId });
  await workers.get("match")?.({});
  expect(await database.db.run.findMany({ select: { id: true, status: true, error: true } })).toEqual(
    expect.arrayContaining([
      { id: unbegun, status: "failed", error: "Read the notice first." },
      { id: ended, status: "succeeded", error: null },
    ]),
  );
});
