import { env } from "@/lib/config/env";
import { databaseUrl, getApp } from "@/lib/services/context/get-app";
import { FREQUENT_SCHEDULE } from "@/lib/services/pipeline/run-frequent";
import { openWorkerQueue } from "@/lib/services/queue/open-queue";
import { takeJobs } from "@/lib/services/queue/take-jobs";
import { JOBS, type JobTrigger } from "./registry";

/** Takes jobs from the queue and keeps the schedules until it is told to stop. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const app = getApp();
  const ctx = app.context({ kind: "system", name: "worker" });
  const queue = await openWorkerQueue(databaseUrl(), ctx.log);
  const handle = (name: keyof typeof JOBS, trigger: JobTrigger) => (payload: unknown) =>
    JOBS[name].run(ctx, payload, { trigger, deadline: null });
  await takeJobs(ctx, queue, {
    daily: handle("daily", "schedule"),
    frequent: handle("frequent", "schedule"),
    scrape: handle("scrape", "admin"),
    import_address: handle("import_address", "admin"),
    replay: handle("replay", "admin"),
    reread: handle("reread", "admin"),
    match: handle("match", "upload"),
  });
  await queue.schedule("daily", env().SCHEDULE_DAILY, {});
  await queue.schedule("frequent", FREQUENT_SCHEDULE, {});
  ctx.log.info("worker.started", { schedule: env().SCHEDULE_DAILY });
  return {
    stop: async () => {
      await queue.stop();
      await app.close();
      ctx.log.info("worker.stopped");
    },
  };
}
