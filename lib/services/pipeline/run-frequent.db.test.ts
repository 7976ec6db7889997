import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { runFrequent } from "./run-frequent";

let database: TestDatabase;
let server: HostileServer;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({ "/jobs": answer("<html><body><p>No openings.</p></body></html>") });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

test("between two daily runs only what is read more often than daily is crawled, and only once it is due", async () => {
  const ctx = pipelineContext({ db: database.db, env: { SCRAPE_EXEMPT_ORIGIN: server.origin, SCRAPE_CONTACT: "ops" } });
  const add = (id: string, cadenceMinutes: number) =>
    ensureSource(
      ctx,
      { id, name: id, adapter: "jsonld", startUrls: [`${server.origin}/jobs`], cadenceMinutes },
      { isDemo: false },
    );
  await add("hourly", 60);
  await add("daily", 1440);
  const first = await runFrequent(ctx, { trigger: "schedule" });
  expect(Object.keys(first?.result.sources ?? {})).toEqual(["hourly"]);
  expect(await runFrequent(ctx, { trigger: "schedule" })).toBeNull();
  const later = { ...ctx, wallNow: () => new Date(Date.now() + 61 * 60_000) };
  const second = await runFrequent(later, { trigger: "schedule" });
  expect(Object.keys(second?.result.sources ?? {})).toEqual(["hourly"]);
});
