import { existsSync } from "node:fs";
import path from "node:path";
import { applyMigrations } from "@/lib/adapters/db/migrate";
import { ensureDatabase } from "@/lib/adapters/embedded/ensure-database";
import { type Env, envWith } from "@/lib/config/env";
import { type Home, homeOf, loadSecrets } from "@/lib/config/home";
import { createLogger, type Logger } from "@/lib/observability/logger";
import { ensureBuiltInSources } from "@/lib/services/sources/ensure-sources";
import { loadSourcesFile } from "@/lib/services/sources/load-sources-file";
import { type App, createApp } from "./create-app";

/** An opened installation: database up, migrated, sources known. */
export type Installation = {
  env: Env;
  home: Home;
  url: string;
  log: Logger;
  app: App;
  /** Resolves when the embedded database ends that was started for this installation; never where another serves it. */
  databaseEnded: Promise<void>;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Which data folder; the environment's where absent. */
  mode?: Env["ATALAYA_MODE"];
  purpose: string;
  overrides?: Readonly<Record<string, string>>;
  now?: () => Date;
};

/**
 * Opens the installation that the environment names: the configured database, else the embedded one that a live process of this
 * data folder serves, else one started for as long as the installation is open. Migrations are applied first.
 */
export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const mode = options.mode === undefined ? {} : { ATALAYA_MODE: options.mode };
  const env = envWith({ ...mode, ...options.overrides });
  const home = homeOf(env);
  loadSecrets(env, home);
  const log = createLogger(env.LOG_LEVEL);
  const held =
    env.DATABASE_URL === undefined
      ? await ensureDatabase(home, options.purpose)
      : { url: env.DATABASE_URL, ended: new Promise<void>(() => {}), release: async () => {} };
  try {
    await applyMigrations(held.url, path.join(process.cwd(), "prisma", "migrations"), log);
    const app = createApp({
      env,
      home,
      databaseUrl: held.url,
      log,
      ...(options.now === undefined ? {} : { now: options.now }),
    });
    const ctx = app.context({ kind: "system", name: options.purpose });
    await ctx.renewTaxonomy?.();
    await ensureBuiltInSources(ctx);
    const sourcesFile = env.SOURCES_FILE ?? path.join(home.root, "sources.json");
    if (env.SOURCES_FILE !== undefined || existsSync(sourcesFile)) await loadSourcesFile(ctx, sourcesFile);
    return {
      env,
      home,
      url: held.url,
      log,
      app,
      databaseEnded: held.ended,
      close: async () => {
        await app.close();
        await held.release();
      },
    };
  } catch (error) {
    await held.release();
    throw error;
  }
}
