import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { JobQueue } from "@/lib/adapters/queue/job-queue";
import { AppError } from "@/lib/core/kernel/app-error";
import type { SystemContext } from "@/lib/services/context/context";
import type { JobName } from "./job-names";

type Handler = (payload: unknown) => Promise<unknown>;

const BUSY_RETRY_MS = 2_000;
/** Five hours: a polite crawl may take as long as one, and the queue gives a job up after six. */
const BUSY_RETRIES = 9_000;

/** A job whose work another run is doing waits for that run instead of failing. */
async function runWhenFree(handle: Handler, payload: unknown): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await handle(payload);
      return;
    } catch (error) {
      const busy = error instanceof AppError && error.code === "conflict";
      if (!busy || attempt >= BUSY_RETRIES) throw error;
      await sleep(BUSY_RETRY_MS);
    }
  }
}

const ofRun = z.object({ runId: z.string() });

/** A run that was registered for a job and never began has ended with it; a page that follows it must not wait for ever. */
async function endUnbegun(ctx: SystemContext, payload: unknown, error: unknown): Promise<void> {
  const job = ofRun.safeParse(payload);
  if (!job.success) return;
  const words = error instanceof AppError ? error.message : "The run could not begin; the log has the detail.";
  await ctx.db.run.updateMany({
    where: { id: job.data.runId, status: "queued" },
    data: { status: "failed", finishedAt: ctx.wallNow(), error: words },
  });
}

/** Takes jobs from the queue until it is stopped. A job that fails is logged and in its run; the worker goes on. */
export async function takeJobs(
  ctx: SystemContext,
  queue: JobQueue,
  handlers: Readonly<Record<JobName, Handler>>,
): Promise<void> {
  for (const [name, handle] of Object.entries(handlers)) {
    await queue.work(name, async (payload) => {
      await runWhenFree(handle, payload).catch(async (error: unknown) => {
        ctx.log.error("job.failed", { job: name, error });
        await endUnbegun(ctx, payload, error);
      });
    });
  }
}
