import { toJson } from "@/lib/adapters/db/to-json";
import { findAdapter, listAdapters } from "@/lib/adapters/sources/registry";
import { type SourceConfig, sourceConfig, type SourceConfigInput } from "@/lib/adapters/sources/source-config";
import type { Context } from "@/lib/services/context/context";

/** The sources that every installation lists, with the addresses that its environment names. */
export function builtInSources(ctx: Context): SourceConfigInput[] {
  const sources = listAdapters().flatMap((description) => [...description.builtIn]);
  return sources.map((source) =>
    source.id === "remoteok"
      ? { ...source, startUrls: [new URL("/api", ctx.env.REMOTEOK_BASE_URL).href], allowedHosts: [] }
      : source,
  );
}

function columnsOf(config: SourceConfig) {
  const description = findAdapter(config.adapter);
  return {
    adapter: config.adapter,
    name: config.name,
    homepage: config.startUrls[0] === undefined ? null : new URL(config.startUrls[0]).origin,
    attribution: config.attribution?.text ?? description?.attribution?.text ?? null,
    config: toJson(config),
    cadenceMinutes: config.cadenceMinutes,
  };
}

/**
 * Adds a source, or brings its name and configuration up to date; whether it is on stays what an administrator decided. Returns
 * whether it was new.
 */
export async function ensureSource(
  ctx: Context,
  input: SourceConfigInput,
  options: { isDemo?: boolean } = {},
): Promise<{ isNew: boolean }> {
  const config = sourceConfig.parse(input);
  const shared = columnsOf(config);
  const known = await ctx.db.source.findUnique({ where: { id: config.id }, select: { id: true } });
  await ctx.db.source.upsert({
    where: { id: config.id },
    create: {
      id: config.id,
      ...shared,
      enabled: config.enabled,
      isDemo: options.isDemo ?? false,
      createdAt: ctx.now(),
    },
    update: shared,
  });
  return { isNew: known === null };
}

/** Brings the built-in sources into the database; those that the sources file or an administrator keeps are left alone. */
export async function ensureBuiltInSources(ctx: Context): Promise<void> {
  const stored = await ctx.db.source.findMany({ select: { id: true, config: true } });
  const kept = new Set(
    stored.flatMap(({ id, config }) => {
      const parsed = sourceConfig.safeParse(config);
      return parsed.success && parsed.data.managedBy !== "built_in" ? [id] : [];
    }),
  );
  for (const input of builtInSources(ctx)) if (!kept.has(input.id)) await ensureSource(ctx, input);
}
