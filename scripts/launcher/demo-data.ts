import { readFileSync } from "node:fs";
import path from "node:path";
import { demoCrawlDays, shiftDays } from "@/demo-board/calendar";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Home } from "@/lib/config/home";
import { createUser } from "@/lib/services/accounts/create-user";
import type { App } from "@/lib/services/context/create-app";
import type { SystemContext, UserContext } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { resolvePlaces } from "@/lib/services/places/resolve-places";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { processPostings } from "@/lib/services/pipeline/run-daily";
import { uploadResume } from "@/lib/services/resumes/upload-resume";
import { withRun } from "@/lib/services/runs/with-run";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { scrapeSource } from "@/lib/services/sources/scrape-source";
import { type DemoRecord, keepDemoRecord } from "./demo-record";

export const DEMO_SOURCE = "demo";
const RESUME = path.join("data", "demo", "resume", "camila-rojas-mendez.pdf");

export type DemoWorld = { app: App; home: Home; origin: string; record: DemoRecord; say: (line: string) => void };

/** The board's monthly days, the last one a day early: what is new on the anchor day is left for "Scrape now". */
export function crawlDaysOf(anchor: string): string[] {
  return [...demoCrawlDays(anchor).slice(0, -1), shiftDays(anchor, -1)];
}

function systemContext(app: App, now?: Date): SystemContext {
  const ctx = app.context({ kind: "system" as const, name: "demo" });
  return now === undefined ? ctx : { ...ctx, now: () => now };
}

async function pointSourceAt(world: DemoWorld, day: string): Promise<void> {
  await ensureSource(
    systemContext(world.app),
    {
      id: DEMO_SOURCE,
      name: "Demo board",
      adapter: "demo",
      startUrls: [`${world.origin}/d/${day}/jobs`],
      params: { detailPaths: ["/d/*/jobs/*", "/d/*/private/*"] },
      politeness: { concurrencyPerHost: 8, minIntervalMs: 0 },
    },
    { isDemo: true },
  );
}

/** Crawls one day of the board's history through the ordinary pipeline, with the clock set to noon of that day. */
async function crawlDay(world: DemoWorld, day: string): Promise<void> {
  await pointSourceAt(world, day);
  const ctx = systemContext(world.app, new Date(`${day}T12:00:00Z`));
  const spec = {
    kind: "scrape" as const,
    trigger: "launcher" as const,
    leaseKey: PIPELINE_LEASE,
    sourceId: DEMO_SOURCE,
    input: { day },
  };
  const { result } = await withRun(ctx, spec, async (run) => {
    const outcome = await scrapeSource(ctx, run, DEMO_SOURCE);
    await enrichPostings(ctx, run);
    await resolvePlaces(ctx, run);
    return { outcome, counts: run.counts };
  });
  if (result.outcome.status === "unavailable")
    throw new AppError("unavailable", `The demo board could not be crawled: ${result.outcome.reason ?? ""}`);
  world.record.crawled.push(day);
  keepDemoRecord(world.home, world.record);
  const postings = result.counts["postings"] ?? {};
  world.say(
    `  ${day}  ${postings["new"] ?? 0} new, ${postings["changed"] ?? 0} changed, ${result.counts["life"]?.["closed"] ?? 0} closed, ${result.counts["scrape"]?.["failed"] ?? 0} pages failed`,
  );
}

async function demoUser(world: DemoWorld): Promise<UserContext> {
  const ctx = systemContext(world.app);
  const { email, password } = world.record;
  const known = await ctx.db.user.findUnique({ where: { email }, select: { id: true } });
  const userId =
    known?.id ?? (await createUser(ctx, { email, password, name: "Demo", role: "admin", isDemo: true })).userId;
  return world.app.context({ kind: "user", userId, role: "admin", sessionId: "demo" });
}

async function ensureResume(ctx: UserContext): Promise<void> {
  if ((await ctx.db.resume.count({ where: { userId: ctx.actor.userId } })) > 0) return;
  const outcome = await uploadResume(ctx, { fileName: path.basename(RESUME), bytes: readFileSync(RESUME) });
  if (outcome.kind !== "stored") throw new Error(`The sample résumé could not be read: ${outcome.message}`);
}

/** Makes what is missing of the demo's data: crawls, account, résumé, matches. A second call finds everything there. */
export async function prepareDemoData(world: DemoWorld): Promise<UserContext> {
  const missing = crawlDaysOf(world.record.anchor).filter((day) => !world.record.crawled.includes(day));
  if (missing.length > 0) world.say(`Scraping the demo board: ${missing.length} days of its history …`);
  for (const day of missing) await crawlDay(world, day);
  await pointSourceAt(world, world.record.anchor);
  const user = await demoUser(world);
  await ensureResume(user);
  if (missing.length > 0 || (await user.db.match.count({ where: { userId: user.actor.userId } })) === 0) {
    world.say("Reading, embedding, counting and matching …");
    const ctx = systemContext(world.app);
    const spec = {
      kind: "daily" as const,
      trigger: "launcher" as const,
      leaseKey: PIPELINE_LEASE,
      input: { demo: world.record.anchor },
    };
    await withRun(ctx, spec, (run) => processPostings(ctx, run));
  }
  return user;
}
