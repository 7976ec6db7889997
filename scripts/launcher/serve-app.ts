import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Children } from "./children";
import type { Installation } from "@/lib/services/context/open-installation";

const READY_TIMEOUT_MS = 60_000;

/** What the web and worker processes are told about the installation. */
export function childEnvironment(
  installation: Installation,
  mode: "start" | "dev" | "demo",
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    DATABASE_URL: installation.url,
    ATALAYA_HOME: installation.home.root,
    ATALAYA_MODE: mode,
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...extra,
  };
}

/** Where this machine reaches what listens on a host; a wildcard is not an address. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** The address that a person opens. */
export function addressOf(installation: Installation): string {
  const { HOST, PORT, APP_URL } = installation.env;
  return APP_URL ?? `http://${HOST === "127.0.0.1" || HOST === "0.0.0.0" ? "localhost" : HOST}:${PORT}`;
}

/** Throws `conflict` when something else listens on the web port. */
export async function requireFreePort(installation: Installation): Promise<void> {
  const { HOST, PORT } = installation.env;
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
  });
  if (!free)
    throw new AppError(
      "conflict",
      `Port ${PORT} is taken. Stop what listens there, or choose another: PORT=3001 npm start.`,
    );
}

/** Starts web and worker and waits until the web answers. */
export async function serveApp(
  installation: Installation,
  children: Children,
  mode: "start" | "dev" | "demo",
  extra: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { HOST, PORT, WORKER } = installation.env;
  const environment = childEnvironment(installation, mode, extra);
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  children.start("web", [next, mode === "dev" ? "dev" : "start", "-H", HOST, "-p", String(PORT)], environment);
  if (WORKER) children.start("worker", ["--import", "tsx", path.join("scripts", "worker.ts")], environment);
  await waitUntilReady(`http://${reachable(HOST)}:${PORT}/api/health`, children);
  return addressOf(installation);
}

/** Polls until the web answers; throws when it or the worker ended first, or none of it happened in a minute. */
async function waitUntilReady(url: string, children: Children): Promise<void> {
  const ended = children.anyEnded.then((name) => {
    throw new Error(`The ${name} process ended while starting.`);
  });
  await Promise.race([answers(url), ended]);
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null && answer.status < 500) return;
    await sleep(150);
  }
  throw new Error(`The app did not answer within ${READY_TIMEOUT_MS / 1_000} s.`);
}
