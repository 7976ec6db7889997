import path from "node:path";
import { applyMigrations } from "@/lib/adapters/db/migrate";
import { ensureDatabase } from "@/lib/adapters/embedded/ensure-database";
import { type Env, parseEnv } from "@/lib/config/env";
import { type Home, homeOf, loadSecrets } from "@/lib/config/home";
import { createLogger, type Logger } from "@/lib/observability/logger";
import { type App, createApp } from "@/lib/services/context/create-app";
import { ensureBuiltInSources } from "@/lib/services/sources/ensure-sources";

/** An opened installation: database up, migrated, sources known. */
export type Installation = { env: Env; home: Home; url: string; log: Logger; app: App; close(): Promise<void> };

export type OpenOptions = {
  mode: "start" | "dev" | "demo";
  purpose: string;
  overrides?: Readonly<Record<string, string>>;
  now?: () => Date;
};

/** Opens the installation that the environment names, starting the embedded database where none is configured. */
export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const env = parseEnv({ ...process.env, ATALAYA_MODE: options.mode, ...options.overrides });
  const home = homeOf(env);
  loadSecrets(env, home);
  const log = createLogger(env.LOG_LEVEL);
  const held =
    env.DATABASE_URL === undefined
      ? await ensureDatabase(home, options.purpose)
      : { url: env.DATABASE_URL, release: async () => {} };
  try {
    await applyMigrations(held.url, path.join(process.cwd(), "prisma", "migrations"), log);
    const app = createApp({
      env,
      home,
      databaseUrl: held.url,
      log,
      ...(options.now === undefined ? {} : { now: options.now }),
    });
    await ensureBuiltInSources(app.context({ kind: "system", name: options.purpose }));
    return {
      env,
      home,
      url: held.url,
      log,
      app,
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
