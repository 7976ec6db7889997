import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { type JobQueue, openJobQueue } from "./job-queue";

let database: TestDatabase;
let queue: JobQueue;
beforeAll(async () => {
  database = await createTestDatabase();
  const { log } = pipelineContext({ db: database.db });
  queue = await openJobQueue({ url: database.url, names: ["match"], log, role: "sender" });
});
afterAll(async () => {
  await queue.stop();
  await database.close();
});

test("a job with the key of one that waits is not queued beside it; other keys, and jobs without one, are", async () => {
  for (const singletonKey of ["a", "a", "b"]) await queue.send("match", { key: singletonKey }, { singletonKey });
  for (const n of [1, 2]) await queue.send("match", { n });
  const rows = await database.db.$queryRaw<{ key: string | null }[]>`
    SELECT singleton_key AS key FROM pgboss.job WHERE name = 'match' ORDER BY singleton_key NULLS LAST`;
  expect(rows.map(({ key }) => key)).toEqual(["a", "b", null, null]);
  await database.db.$executeRaw`UPDATE pgboss.job SET state = 'active' WHERE singleton_key = 'a'`;
  await queue.send("match", { key: "a" }, { singletonKey: "a" });
  expect(await database.db.$queryRaw`SELECT 1 FROM pgboss.job WHERE singleton_key = 'a'`).toHaveLength(2);
});
