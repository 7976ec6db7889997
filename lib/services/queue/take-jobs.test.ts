import { expect, test, vi } from "vitest";
import { AppError } from "@/lib/core/kernel/app-error";
import { JOB_NAMES, type JobName } from "./job-names";
import { takeJobs } from "./take-jobs";

vi.mock("node:timers/promises", () => ({ setTimeout: () => Promise.resolve() }));

type Handler = (payload: unknown) => Promise<unknown>;
type Ctx = Parameters<typeof takeJobs>[0];
type Queue = Parameters<typeof takeJobs>[1];

/** Sends one job of a name through the queue; answers what was logged as failed. */
async function working(name: JobName, handle: Handler): Promise<string[]> {
  const failed: string[] = [];
  const workers = new Map<string, Handler>();
  const queue = { work: (job: string, work: Handler) => Promise.resolve(void workers.set(job, work)) };
  const ctx = { log: { error: (what: string) => failed.push(what) } };
  const others: Handler = () => Promise.reject(new Error("another job"));
  const handlers = Object.fromEntries(JOB_NAMES.map((job) => [job, job === name ? handle : others]));
  await takeJobs(ctx as unknown as Ctx, queue as unknown as Queue, handlers as Readonly<Record<JobName, Handler>>);
  await workers.get(name)?.({});
  return failed;
}

test("a job waits for a crawl of hours that does its work, and is then done once", async () => {
  const HOURS_OF_TRIES = 4 * 1800;
  let tries = 0;
  const failed = await working("daily", () => {
    tries += 1;
    return tries <= HOURS_OF_TRIES ? Promise.reject(new AppError("conflict", "being done")) : Promise.resolve();
  });
  expect([tries, failed]).toEqual([HOURS_OF_TRIES + 1, []]);
});

test("any other failure ends the job at once and is logged; the worker goes on", async () => {
  let tries = 0;
  const failed = await working("daily", () => {
    tries += 1;
    return Promise.reject(new Error("broken"));
  });
  expect([tries, failed]).toEqual([1, ["job.failed"]]);
});
