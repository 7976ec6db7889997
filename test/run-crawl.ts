import { spawn } from "node:child_process";
import path from "node:path";
import { childEnvironment } from "./environment";

const ROOT = path.resolve(import.meta.dirname, "..");

export type CrawlEnding = { code: number | null; signal: NodeJS.Signals | null; stderr: string };

/** Crawls the demo board in a process of its own (`crawl-once.ts`); with `killAfterMs` it gets SIGKILL so long after its first word. */
export async function runCrawl(
  crawl: { databaseUrl: string; origin: string; day: string },
  killAfterMs?: number,
): Promise<CrawlEnding> {
  const script = path.join(ROOT, "test", "crawl-once.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, crawl.databaseUrl, crawl.origin, crawl.day], {
    cwd: ROOT,
    env: childEnvironment({ LOG_LEVEL: "silent", NODE_NO_WARNINGS: "1" }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  if (killAfterMs !== undefined) child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), killAfterMs));
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal, stderr })));
}
