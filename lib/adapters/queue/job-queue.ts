import { PgBoss } from "pg-boss";
import { z } from "zod";
import type { Logger } from "@/lib/observability/logger";

/** Jobs waiting in the database, taken by whichever worker is free. */
export type JobQueue = {
  /** Queues one job; with a key, a second one is not queued while the first waits. One that runs may have begun before what is asked for now. */
  send(name: string, payload: object, options?: { singletonKey?: string }): Promise<void>;
  /** Takes jobs of a name, one at a time in this process. */
  work(name: string, handle: (payload: unknown) => Promise<void>): Promise<void>;
  /** Queues a job by a cron expression in UTC; an earlier schedule of the name is replaced. */
  schedule(name: string, cron: string, payload: object): Promise<void>;
  /** Seconds that the oldest waiting job has waited; null when none waits. */
  oldestWaitingSeconds(): Promise<number | null>;
  stop(): Promise<void>;
};

const POLL_SECONDS = 2;
const EXPIRE_SECONDS = 60 * 60 * 6;

type Options = { url: string; names: readonly string[]; log: Logger; role: "sender" | "worker" };

/** Opens the queue on the application's own database. A sender neither schedules nor cleans up. */
export async function openJobQueue(options: Options): Promise<JobQueue> {
  const working = options.role === "worker";
  const boss = new PgBoss({
    connectionString: options.url,
    schema: "pgboss",
    max: working ? 4 : 2,
    schedule: working,
    supervise: working,
  });
  boss.on("error", (error) => options.log.error("queue.failed", { error }));
  await boss.start();
  for (const name of options.names) {
    await boss.createQueue(name, { retryLimit: 0, expireInSeconds: EXPIRE_SECONDS });
  }
  return {
    send: async (name, payload, sending) => {
      const singletonKey = sending?.singletonKey;
      if (singletonKey !== undefined && (await isWaiting(boss, name, singletonKey))) return;
      await boss.send(name, payload, singletonKey === undefined ? {} : { singletonKey });
    },
    work: async (name, handle) => {
      await boss.work(name, { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS }, async ([job]) => {
        if (job !== undefined) await handle(job.data);
      });
    },
    schedule: async (name, cron, payload) => {
      await boss.schedule(name, cron, payload, { tz: "UTC" });
    },
    oldestWaitingSeconds: () => oldestWaiting(boss),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

/** The default policy of a queue keeps keys with its jobs and forbids nothing by them. */
async function isWaiting(boss: PgBoss, name: string, singletonKey: string): Promise<boolean> {
  const { rows } = await boss
    .getDb()
    .executeSql("SELECT 1 FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state = 'created' LIMIT 1", [
      name,
      singletonKey,
    ]);
  return rows.length > 0;
}

async function oldestWaiting(boss: PgBoss): Promise<number | null> {
  const { rows } = await boss
    .getDb()
    .executeSql(
      "SELECT extract(epoch FROM now() - min(created_on)) AS seconds FROM pgboss.job WHERE state = 'created' AND start_after <= now()",
    );
  const [row] = z.array(z.object({ seconds: z.coerce.number().nullable() })).parse(rows);
  return row?.seconds ?? null;
}
