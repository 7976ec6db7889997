import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 30_000;

/** What `npm run demo -- --json` prints as its last line, as far as the tests need it. */
const readySchema = z.object({ account: z.object({ email: z.string(), password: z.string() }) });

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 3999));
    });
  });
}

/** Starts the demo as a person would, in a data folder of its own, and stops it when the tests are over. */
export default async function startDemo(): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(tmpdir(), "atalaya-e2e-"));
  const port = String(await freePort());
  const child = spawn(process.execPath, ["--import", "tsx", path.join("scripts", "launch.ts"), "demo", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      ATALAYA_HOME: home,
      PORT: port,
      LOG_LEVEL: "error",
      DATABASE_URL: "",
      NODE_ENV: "production",
    },
  });
  const ended = new Promise<never>((_resolve, reject) =>
    child.once("exit", (code) =>
      reject(new Error(`The demo ended with exit code ${String(code)} before it was ready.`)),
    ),
  );
  const ready = new Promise<z.infer<typeof readySchema>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => {
      const parsed = readySchema.safeParse(JSON.parse(line));
      if (parsed.success) resolve(parsed.data);
      else reject(new Error("The demo's JSON line has another shape."));
    });
    setTimeout(() => reject(new Error("The demo was not ready in time.")), START_TIMEOUT_MS).unref();
  });
  const { account } = await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  Object.assign(process.env, {
    E2E_URL: `http://localhost:${port}`,
    E2E_EMAIL: account.email,
    E2E_PASSWORD: account.password,
    E2E_HOME: home,
  });
  return async () => {
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(killer);
    rmSync(home, { recursive: true, force: true });
  };
}
