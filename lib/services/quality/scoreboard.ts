import { z } from "zod";
import { toJson } from "@/lib/adapters/db/to-json";
import { READING_VERSION } from "@/lib/core/postings/read-posting";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

const KEY = "quality.scoreboard";

const row = z.object({
  suite: z.string(),
  dataset: z.string(),
  n: z.number(),
  metric: z.string(),
  value: z.number().nullable(),
  baseline: z.object({ name: z.string(), value: z.number() }).nullable(),
  floor: z.number().nullable(),
  ok: z.boolean(),
  skipped: z.boolean().optional(),
});
export type ScoreboardRow = z.output<typeof row>;

const scoreboard = z.object({
  at: z.iso.datetime(),
  readingVersion: z.number(),
  taxonomyVersion: z.string(),
  rows: z.array(row),
});
export type Scoreboard = z.output<typeof scoreboard>;

/** Keeps what was measured, with the day and the versions it was measured at; it takes the place of what was kept before. */
export async function recordScoreboard(ctx: Context, rows: readonly ScoreboardRow[]): Promise<void> {
  adminOnly(ctx);
  const updatedAt = ctx.wallNow();
  const value = toJson({
    at: updatedAt.toISOString(),
    readingVersion: READING_VERSION,
    taxonomyVersion: ctx.taxonomy().version,
    rows,
  });
  await ctx.db.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}

/** What was recorded last; null where nothing was. Throws `not_found` for anybody but an administrator. */
export async function getScoreboard(ctx: Context): Promise<Scoreboard | null> {
  adminOnly(ctx);
  const stored = await ctx.db.setting.findUnique({ where: { key: KEY } });
  const parsed = scoreboard.safeParse(stored?.value);
  return parsed.success ? parsed.data : null;
}
