import { z } from "zod";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import {
  fillPostingCountries,
  findPlacesToResolve,
  type PlaceToResolve,
  type ResolvedPlaceRow,
  savePlaces,
} from "@/lib/adapters/db/queries/places";
import { findSetting, saveSetting } from "@/lib/adapters/db/queries/settings";
import { foldText } from "@/lib/core/kernel/fold";
import type { Gazetteer } from "@/lib/core/places/gazetteer";
import { PLACES_VERSION, readPlaces } from "@/lib/core/places/read-places";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

const STAGE = "places";
const STATE_SETTING = "places.resolved";
const BATCH = 500;

/** With what places were last resolved, and how far that came: null at the end. */
const stateShape = z.object({ version: z.string(), after: z.string().nullable() });

const LANGS = ["en", "es"] as const;
const NOTHING = { text: "", fold: foldText("") };

/** The first place that a row's words mean, with the help of what its postings say; nulls where they mean none. */
function resolveRow(gazetteer: Gazetteer, row: PlaceToResolve): ResolvedPlaceRow {
  const reading = readPlaces(gazetteer, {
    location: row.name,
    title: { field: "title", ...NOTHING },
    text: { field: "text", ...NOTHING },
    lang: LANGS.find((lang) => lang === row.postingLang) ?? "und",
    sourceCountry: row.postingCountry,
  });
  const first = reading?.method === "location" ? reading.value[0] : undefined;
  return {
    id: row.id,
    country: first?.country ?? null,
    region: first?.region ?? null,
    city: first?.city ?? null,
    latitude: first?.latitude ?? null,
    longitude: first?.longitude ?? null,
  };
}

function isChanged(row: PlaceToResolve, next: ResolvedPlaceRow): boolean {
  return (["country", "region", "city", "latitude", "longitude"] as const).some((name) => row[name] !== next[name]);
}

/** Where to begin: all places under a new version, or where that was left off; else only those without a country. */
async function findStart(ctx: Context, version: string): Promise<{ all: boolean; after: string }> {
  const parsed = stateShape.safeParse(await findSetting(ctx.db, STATE_SETTING));
  if (!parsed.success || parsed.data.version !== version) return { all: true, after: "" };
  return { all: parsed.data.after !== null, after: parsed.data.after ?? "" };
}

/**
 * Finds out which place in the world the words of each place mean: country, region, city and coordinates. New words are looked up at every
 * call, all of them again when the gazetteer or the way of reading changed; postings without a country get that of their place. Killed at
 * any point, the next call goes on. Returns whether it came to the end.
 */
export async function resolvePlaces(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  return run.stage(STAGE, async () => {
    const { gazetteer } = ctx.knowledge();
    const version = `${gazetteer.version}.${String(PLACES_VERSION)}`;
    const start = await findStart(ctx, version);
    let { after } = start;
    for (;;) {
      if (deadline !== null && ctx.wallNow() >= deadline) return false;
      const rows = await findPlacesToResolve(ctx.db, { all: start.all, after, take: BATCH });
      const last = rows.at(-1);
      if (last === undefined) break;
      const changed = rows
        .map((row) => ({ row, next: resolveRow(gazetteer, row) }))
        .filter(({ row, next }) => isChanged(row, next))
        .map(({ next }) => next);
      after = last.id;
      await ctx.db.$transaction(async (tx) => {
        await lockPostingWrites(tx);
        await savePlaces(tx, changed);
        if (start.all) await saveSetting(tx, { key: STATE_SETTING, value: { version, after }, at: ctx.wallNow() });
      });
      run.count(STAGE, "done", rows.length);
      if (changed.length > 0) run.count(STAGE, "changed", changed.length);
    }
    await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      await fillPostingCountries(tx);
      await saveSetting(tx, { key: STATE_SETTING, value: { version, after: null }, at: ctx.wallNow() });
    });
    return true;
  });
}
