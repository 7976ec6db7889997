import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { homeOf } from "@/lib/config/home";
import { env } from "@/lib/config/env";
import { openInstallation } from "@/lib/services/context/open-installation";
import { type CliResult, runCli } from "@/test/run-cli";
import { hashTables, type TableHash } from "@/test/table-hash";
import { plainRow, type SpeedRow } from "../speed-row";

const NOW = "2026-06-30T12:00:00Z";
const MEMORY_EVERY_MS = 500;

/** What the process that is to be killed prints last. */
const MOMENTS = [
  { name: "in the middle of the files", isNow: lineCounter("file.opened", 8) },
  { name: "at the last file", isNow: lineCounter("file.opened", 20) },
  { name: "as reading begins", isNow: lineCounter('"progress":"enrich","event":"stage.started"', 1) },
  { name: "as embedding begins", isNow: lineCounter('"progress":"embed","event":"stage.started"', 1) },
  { name: "while embedding", isNow: lineCounter('"progress":"embed","done"', 1) },
] as const;

/** Makes a test that is true for the nth line that contains the words; made anew for every process. */
function lineCounter(words: string, nth: number): () => (line: string) => boolean {
  return () => {
    let seen = 0;
    return (line) => line.includes(words) && ++seen === nth;
  };
}

const answerSchema = z.object({
  counts: z.record(z.string(), z.record(z.string(), z.number())),
  timings: z.record(z.string(), z.number()),
});

type Watched = { result: CliResult; seconds: number; peakMegabytes: number };

/** Resident memory of every process that works on a data folder, in MB; where the system tells it. */
function memoryOf(home: string): number {
  if (!existsSync("/proc/self/environ")) return 0;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  const kilobytes = pids.map((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "utf8").includes(`ATALAYA_HOME=${home}`)) return 0;
      return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      // The process ended while it was looked at.
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

async function importInto(
  home: string,
  files: readonly string[],
  killAt?: (line: string) => boolean,
): Promise<Watched> {
  let peakMegabytes = 0;
  const timer = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, memoryOf(home));
  }, MEMORY_EVERY_MS);
  const from = performance.now();
  try {
    const args = ["import", "postings", ...files, "--now", NOW];
    const result = await runCli(args, { env: { ATALAYA_HOME: home }, ...(killAt === undefined ? {} : { killAt }) });
    return { result, seconds: (performance.now() - from) / 1000, peakMegabytes };
  } finally {
    clearInterval(timer);
  }
}

async function tablesOf(home: string): Promise<TableHash[]> {
  const installation = await openInstallation({
    purpose: "bench",
    overrides: { ATALAYA_HOME: home, LOG_LEVEL: "error" },
    now: () => new Date(NOW),
  });
  try {
    return await hashTables(installation.url);
  } finally {
    await installation.close();
  }
}

function stageRows(answer: z.infer<typeof answerSchema>): SpeedRow[] {
  return Object.entries(answer.timings).flatMap(([stage, milliseconds]) => {
    const done = answer.counts[stage]?.["done"] ?? 0;
    if (done === 0 || milliseconds === 0) return [];
    return [plainRow(`import: ${stage}`, done, (1000 * done) / milliseconds, "postings/s")];
  });
}

async function killAndGoOn(home: string, files: readonly string[], say: (line: string) => void): Promise<TableHash[]> {
  for (const { name, isNow } of MOMENTS) {
    const { result, seconds } = await importInto(home, files, isNow());
    if (result.signal !== "SIGKILL") throw new Error(`The import was not killed ${name}: ${result.stderr.slice(-500)}`);
    say(`  killed ${name} after ${Math.round(seconds)} s`);
  }
  const { result, seconds } = await importInto(home, files);
  if (result.code !== 0) throw new Error(`The import did not go on: ${result.stderr.slice(-500)}`);
  say(`  the last one went on to the end in ${Math.round(seconds)} s`);
  return tablesOf(home);
}

/**
 * The whole import of the evaluation postings into an empty embedded database, stage by stage; then the same into another one, killed
 * at five moments and started again. Throws where the tables then differ. No rows where the data is absent.
 */
export async function measureImport(say: (line: string) => void): Promise<SpeedRow[]> {
  const folder = path.resolve(env().EVAL_DATA_DIR, "postings");
  if (!existsSync(folder)) {
    say(`There is no ${folder}; the import is not measured.`);
    return [];
  }
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl.gz"))
    .sort()
    .map((name) => path.join(folder, name));
  const scratch = mkdtempSync(path.join(tmpdir(), "atalaya-bench-"));
  const homes = { whole: path.join(scratch, "whole"), killed: path.join(scratch, "killed") };
  try {
    const { result, seconds, peakMegabytes } = await importInto(
      homeOf({ ATALAYA_HOME: homes.whole, ATALAYA_MODE: "start" }).root,
      files,
    );
    if (result.code !== 0) throw new Error(`The import failed: ${result.stderr.slice(-500)}`);
    const answer = answerSchema.parse(JSON.parse(result.stdout));
    say(`  whole import in ${Math.round(seconds)} s: ${JSON.stringify(answer.counts)}`);
    const whole = await tablesOf(homes.whole);
    const killed = await killAndGoOn(homes.killed, files, say);
    const differing = whole.filter((table, at) => table.hash !== killed[at]?.hash || table.rows !== killed[at].rows);
    if (differing.length > 0)
      throw new Error(`After being killed these tables differ: ${differing.map(({ table }) => table).join(", ")}.`);
    const read = answer.counts["import"]?.["read"] ?? 0;
    return [
      ...stageRows(answer),
      plainRow("import: wall", read, seconds, "s"),
      plainRow("import: peak memory", read, peakMegabytes, "MB"),
      plainRow("import: killed five times, equal tables", whole.length, whole.length, "tables"),
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
