/**
 * One crawl of the demo board with all stages after it, in a process of its own, so that tests can kill it at any moment.
 * Usage: crawl-once.ts DATABASE_URL BOARD_ORIGIN DAY, on DAY of the board's history.
 */
import { connectDatabase } from "@/lib/adapters/db/client";
import { runScrape } from "@/lib/services/pipeline/run-daily";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { pipelineContext } from "./pipeline-context";

const [url, origin, day] = process.argv.slice(2);
if (url === undefined || origin === undefined || day === undefined) throw new Error("DATABASE_URL BOARD_ORIGIN DAY");
const database = connectDatabase(url, { poolMax: 4 });
const ctx = pipelineContext({
  db: database.db,
  now: new Date(`${day}T12:00:00Z`),
  env: { SCRAPE_EXEMPT_ORIGIN: origin },
});
await ensureSource(
  ctx,
  {
    id: "demo",
    name: "Demo board",
    adapter: "demo",
    startUrls: [`${origin}/d/${day}/jobs`],
    params: { detailPaths: ["/d/*/jobs/*", "/d/*/private/*"] },
    politeness: { concurrencyPerHost: 8, minIntervalMs: 0 },
  },
  { isDemo: true },
);
process.stdout.write("begun\n");
try {
  const { status } = await runScrape(ctx, "demo", { trigger: "cli" });
  process.stdout.write(`${status}\n`);
} finally {
  await database.close();
}
