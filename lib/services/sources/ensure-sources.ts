import { toJson } from "@/lib/adapters/db/to-json";
import { findAdapter } from "@/lib/adapters/sources/registry";
import { sourceConfig, type SourceConfigInput } from "@/lib/adapters/sources/source-config";
import type { Context } from "@/lib/services/context/context";

/** The sources that every installation starts with. */
export function builtInSources(ctx: Context): SourceConfigInput[] {
  return [
    {
      id: "remoteok",
      name: "Remote OK",
      adapter: "remoteok",
      startUrls: [new URL("/api", ctx.env.REMOTEOK_BASE_URL).href],
      cadenceMinutes: 1_440,
    },
  ];
}

/** Adds a source, or brings its name and configuration up to date; what an administrator decided about it is kept. */
export async function ensureSource(
  ctx: Context,
  input: SourceConfigInput,
  options: { isDemo?: boolean } = {},
): Promise<void> {
  const config = sourceConfig.parse(input);
  const description = findAdapter(config.adapter);
  const shared = {
    adapter: config.adapter,
    name: config.name,
    homepage: config.startUrls[0] === undefined ? null : new URL(config.startUrls[0]).origin,
    attribution: config.attribution?.text ?? description?.attribution?.text ?? null,
    config: toJson(config),
  };
  await ctx.db.source.upsert({
    where: { id: config.id },
    create: {
      id: config.id,
      ...shared,
      enabled: config.enabled,
      isDemo: options.isDemo ?? false,
      cadenceMinutes: config.cadenceMinutes,
      createdAt: ctx.now(),
    },
    update: shared,
  });
}

/** Brings the built-in sources into the database. */
export async function ensureBuiltInSources(ctx: Context): Promise<void> {
  for (const input of builtInSources(ctx)) await ensureSource(ctx, input);
}
