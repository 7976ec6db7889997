/**
 * Starts Atalaya: database, web and worker, until Ctrl-C.
 * Usage: launch.ts start | dev | demo [--no-serve] [--json]
 */
import { startDemoBoard } from "@/demo-board/server";
import { ConfigError, parseEnv } from "@/lib/config/env";
import { homeOf } from "@/lib/config/home";
import { AppError } from "@/lib/core/kernel/app-error";
import { utcDay } from "@/lib/core/kernel/utc-day";
import { buildApp } from "./launcher/build-app";
import { superviseChildren } from "./launcher/children";
import { prepareDemoData } from "./launcher/demo-data";
import { keepDemoRecord, readDemoRecord } from "./launcher/demo-record";
import { describeDemoReport, loadDemoReport } from "./launcher/demo-report";
import { type Installation, openInstallation } from "@/lib/services/context/open-installation";
import { addressOf, requireFreePort, serveApp } from "./launcher/serve-app";

type Mode = "start" | "dev" | "demo";
type Flags = { serve: boolean; json: boolean };

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Resolves at the first Ctrl-C or request to end; later ones are swallowed, so that what is being stopped is stopped in order. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

async function serveUntilTold(
  installation: Installation,
  mode: Mode,
  extra: Record<string, string>,
  told: Promise<void>,
  onReady: (address: string) => void,
): Promise<number> {
  const children = superviseChildren();
  try {
    onReady(await serveApp(installation, children, mode, extra));
    const databaseEnded = installation.databaseEnded.then(() => "database");
    const ended = await Promise.race([told.then(() => null), children.anyEnded, databaseEnded]);
    if (ended !== null) say(`The ${ended} process ended unexpectedly; stopping.`);
    return ended === null ? 0 : 4;
  } finally {
    say("Stopping …");
    await children.stop();
  }
}

async function start(mode: "start" | "dev", told: Promise<void>): Promise<number> {
  const installation = await openInstallation({ mode, purpose: mode });
  try {
    await requireFreePort(installation);
    if (mode === "start") {
      say("Building the app if its sources changed …");
      await buildApp();
    }
    return await serveUntilTold(installation, mode, {}, told, (address) =>
      say(`Atalaya is at ${address} (Ctrl-C stops it). The first account that signs up becomes the administrator.`),
    );
  } finally {
    await installation.close();
  }
}

/** The port of last time where it is free: the board's addresses then stay the same between starts. */
async function openBoard(anchor: string, port: number) {
  return startDemoBoard({ anchor, port }).catch(() => startDemoBoard({ anchor, port: 0 }));
}

/** The demo's rows go into no database of somebody's own: it has to be empty or hold a demo already, with whatever was tried in it. */
async function refuseRealData({ app }: Installation): Promise<void> {
  const { db } = app.context({ kind: "system", name: "demo" });
  if ((await db.user.count({ where: { isDemo: true } })) > 0) return;
  const real =
    (await db.user.count({ where: { isDemo: false } })) + (await db.posting.count({ where: { isDemo: false } }));
  if (real > 0)
    throw new AppError(
      "conflict",
      "This database holds real accounts or postings. Give the demo an empty one, or unset DATABASE_URL.",
    );
}

async function demo(flags: Flags, told: Promise<void>): Promise<number> {
  const env = parseEnv({ ...process.env, ATALAYA_MODE: "demo" });
  const home = homeOf(env);
  const record = readDemoRecord(home, env.DEMO_ANCHOR ?? utcDay(new Date()));
  const board = await openBoard(record.anchor, record.port);
  keepDemoRecord(home, Object.assign(record, { port: Number(new URL(board.origin).port) }));
  const exempt = { SCRAPE_EXEMPT_ORIGIN: board.origin };
  const installation = await openInstallation({ mode: "demo", purpose: "demo", overrides: exempt }).catch(
    async (error: unknown) => {
      await board.close();
      throw error;
    },
  );
  try {
    await refuseRealData(installation);
    if (flags.serve) await requireFreePort(installation);
    say("Building the app if its sources changed, beside the data …");
    const building = buildApp();
    building.catch(() => undefined);
    const user = await prepareDemoData({ app: installation.app, home, origin: board.origin, record, say });
    await building;
    const report = await loadDemoReport(user);
    const url = addressOf(installation);
    const account = { email: record.email, password: record.password };
    const print = () => {
      if (!flags.json) process.stdout.write(`${describeDemoReport(report).join("\n")}\n`);
      if (!flags.json) process.stdout.write(`  ${url}\n  log in as ${account.email} with ${account.password}\n`);
      if (flags.json) process.stdout.write(`${JSON.stringify({ ...report, url, account })}\n`);
    };
    if (!flags.serve) {
      print();
      return 0;
    }
    return await serveUntilTold(installation, "demo", exempt, told, () => {
      print();
      say("Atalaya is running (Ctrl-C stops it).");
    });
  } finally {
    await installation.close();
    await board.close();
  }
}

function explain(error: unknown): number {
  if (error instanceof ConfigError || error instanceof AppError) {
    say(error.message);
    return 2;
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 4;
}

const [mode, ...rest] = process.argv.slice(2);
const told = untilTold();
if (mode === "start" || mode === "dev") process.exitCode = await start(mode, told).catch(explain);
else if (mode === "demo")
  process.exitCode = await demo({ serve: !rest.includes("--no-serve"), json: rest.includes("--json") }, told).catch(
    explain,
  );
else {
  say("Usage: launch.ts start | dev | demo [--no-serve] [--json]");
  process.exitCode = 2;
}
process.exit();
