import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { existsSync } from "node:fs";
import type { Env } from "@/lib/config/env";
import type { Home } from "@/lib/config/home";
import { type CheckResult, fails, holds, warns } from "./check-result";

const NEEDED_NODE = [20, 19] as const;
const MEGABYTE = 1024 * 1024;
/** A database of ten thousand postings with its vectors and raw files takes about 300 MB. */
const ENOUGH_DISK_MB = 1_000;
const LEAST_DISK_MB = 200;

/** Whether this Node is new enough. `version` as in `process.versions.node`. */
export function checkNode(version: string): CheckResult {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
  return isEnough
    ? holds("node", `Node ${version}`)
    : fails("node", `Node ${version} is too old`, `Install Node ${NEEDED_NODE.join(".")} or newer from nodejs.org.`);
}

async function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Whether the web port can be taken; a running Atalaya holds it, which is as it should be. */
export async function checkPort(env: Pick<Env, "HOST" | "PORT">, isRunning: boolean): Promise<CheckResult> {
  const { HOST, PORT } = env;
  if (await isFree(PORT, HOST)) return holds("port", `${HOST}:${PORT} is free`);
  if (isRunning) return holds("port", `${HOST}:${PORT} is taken while Atalaya runs`);
  return warns(
    "port",
    `something else listens on ${HOST}:${PORT}`,
    `Stop it, or choose another port: PORT=${PORT + 1} npm start.`,
  );
}

/** The nearest folder that exists: the data folder is made at the first start. */
function existing(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder));
}

/** Whether the disk of the data folder has room. */
export async function checkDisk(home: Pick<Home, "root">): Promise<CheckResult> {
  const { bavail, bsize } = await statfs(existing(home.root));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free >= ENOUGH_DISK_MB) return holds("disk", `${free} MB free for ${home.root}`);
  const advice = `Free some space, or set ATALAYA_HOME to a folder on a larger disk.`;
  const detail = `only ${free} MB free for ${home.root}`;
  return free >= LEAST_DISK_MB ? warns("disk", detail, advice) : fails("disk", detail, advice);
}
