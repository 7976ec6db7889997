import { type JobQueue, openJobQueue } from "@/lib/adapters/queue/job-queue";
import type { Logger } from "@/lib/observability/logger";
import type { Context } from "@/lib/services/context/context";
import { JOB_NAMES, type JobName, type JobPayload } from "./job-names";

/** Opens the queue of an installation for a process that takes jobs from it. */
export function openWorkerQueue(url: string, log: Logger): Promise<JobQueue> {
  return openJobQueue({ url, names: JOB_NAMES, log, role: "worker" });
}

/** Queues a job for whichever worker is free. */
export async function sendJob<N extends JobName>(
  ctx: Context,
  name: N,
  payload: JobPayload<N>,
  singletonKey?: string,
): Promise<void> {
  const queue = await ctx.queue();
  await queue.send(name, payload, singletonKey === undefined ? {} : { singletonKey });
}
