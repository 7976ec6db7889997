import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { childEnvironment } from "./environment";

export type CliResult = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

export type CliOptions = {
  env?: Readonly<Record<string, string>>;
  input?: string;
  /** Called for every line on standard error as it comes; true ends the process with SIGKILL. */
  killAt?: (line: string) => boolean;
  /** Ends the process with SIGKILL once it is fulfilled. */
  killWhen?: Promise<unknown>;
};

function feedLines(child: ChildProcess, killAt: (line: string) => boolean): void {
  let rest = "";
  child.stderr?.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (lines.some(killAt)) child.kill("SIGKILL");
  });
}

/** Runs the command line in a process of its own, as a user would, without the launcher's check of the dependencies. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const root = path.resolve(import.meta.dirname, "..");
  const child = spawn(process.execPath, ["--import", "tsx", path.join("jobs", "cli", "main.ts"), ...args], {
    cwd: root,
    env: childEnvironment({ LOG_LEVEL: "error", ...options.env }),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  if (options.killAt !== undefined) feedLines(child, options.killAt);
  void options.killWhen?.then(() => child.kill("SIGKILL"));
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
