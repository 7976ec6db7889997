import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Home } from "@/lib/config/home";
import { isAlive, readLock } from "./lock-file";
import { embeddedUrl } from "./embedded-url";

/** A database that is up for as long as it is held. */
export type HeldDatabase = {
  url: string;
  startedHere: boolean;
  /** Resolves when a server that was started here ends, whoever ended it; of another's nothing is known. */
  ended: Promise<void>;
  release(): Promise<void>;
};

const START_TIMEOUT_MS = 90_000;

/**
 * Connects to the embedded database of a data folder: the one that a live owner serves, else one started for as long
 * as it is held. Throws when a server does not come up within 90 s.
 */
export async function ensureDatabase(home: Home, purpose: string): Promise<HeldDatabase> {
  mkdirSync(home.root, { recursive: true, mode: 0o700 });
  const running = await portOfLiveOwner(home);
  if (running !== null)
    return { url: embeddedUrl(running), startedHere: false, ended: new Promise(() => {}), release: async () => {} };
  const server = startServer(home, purpose);
  try {
    const port = await waitForPort(home, server.child);
    return { url: embeddedUrl(port), startedHere: true, ended: server.ended, release: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function portOfLiveOwner(home: Home): Promise<number | null> {
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const owner = readLock(home.lock);
    if (owner === null || !isAlive(owner)) return null;
    if (owner.port !== null) return owner.port;
    if (Date.now() > until)
      throw new Error(
        `Process ${owner.pid} holds ${home.root} but its database does not answer. Stop it and start again.`,
      );
    await sleep(100);
  }
}

type ServerProcess = { child: ChildProcess; ended: Promise<void>; stop: () => Promise<void> };

/** The server goes down in order when its standard input closes, which also happens when its starter dies. */
function startServer(home: Home, purpose: string): ServerProcess {
  const entry = path.join(process.cwd(), "scripts", "database-server.ts");
  const child = spawn(process.execPath, ["--import", "tsx", entry, home.root, purpose], {
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaint = (complaint + chunk).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.once("exit", (code) => {
    if (code !== 0 && complaint !== "") process.stderr.write(complaint);
  });
  return {
    child,
    ended,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function waitForPort(home: Home, child: ChildProcess): Promise<number> {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    const owner = readLock(home.lock);
    if (owner !== null && owner.port !== null && isAlive(owner)) return owner.port;
    if (child.exitCode !== null) {
      const winner = await portOfLiveOwner(home);
      if (winner !== null) return winner;
      throw new Error(`The embedded database of ${home.root} did not start (exit code ${child.exitCode}).`);
    }
    await sleep(50);
  }
  throw new Error(`The embedded database of ${home.root} did not start within ${START_TIMEOUT_MS / 1000} s.`);
}
