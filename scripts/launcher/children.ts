import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

/** Processes that the launcher supervises; they end with it. */
export type Children = {
  start(name: string, args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess;
  /** Resolves when any of them ends although nobody stopped it. */
  anyEnded: Promise<string>;
  stop(): Promise<void>;
};

const GRACE_MS = 15_000;
/** Ends its process when this one ends, also by kill -9. */
const GUARD = path.join("scripts", "launcher", "guard.mjs");

async function stopOne(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(killer);
}

/** A set of child processes in process groups of their own, so that Ctrl-C reaches the launcher first. */
export function superviseChildren(): Children {
  const running: ChildProcess[] = [];
  let stopping = false;
  let report: (name: string) => void = () => undefined;
  const anyEnded = new Promise<string>((resolve) => {
    report = resolve;
  });
  return {
    anyEnded,
    start: (name, args, environment) => {
      const child = spawn(process.execPath, [GUARD, ...args], {
        stdio: ["pipe", 2, 2],
        detached: true,
        env: { ...process.env, ...environment },
      });
      child.once("exit", () => {
        if (!stopping) report(name);
      });
      running.push(child);
      return child;
    },
    stop: async () => {
      stopping = true;
      await Promise.all(running.map(stopOne));
    },
  };
}
