import { readLock } from "@/lib/adapters/embedded/lock-file";
import { embeddedUrl } from "@/lib/adapters/embedded/embedded-url";
import { env } from "@/lib/config/env";
import { homeOf, loadSecrets, type Secrets } from "@/lib/config/home";
import { createLogger } from "@/lib/observability/logger";
import { type App, createApp } from "./create-app";

/** The web process keeps one app across reloads of its modules. */
const holder = globalThis as typeof globalThis & { atalayaApp?: App; atalayaSecrets?: Secrets };

/** The app of this process: its database is `DATABASE_URL`, else the one that the launcher serves. */
export function getApp(): App {
  if (holder.atalayaApp !== undefined) return holder.atalayaApp;
  const environment = env();
  const home = homeOf(environment);
  holder.atalayaApp = createApp({
    env: environment,
    home,
    databaseUrl: databaseUrl(),
    log: createLogger(environment.LOG_LEVEL),
  });
  return holder.atalayaApp;
}

/** The database of this installation: `DATABASE_URL`, else the one that the launcher serves. Throws when none runs. */
export function databaseUrl(): string {
  return env().DATABASE_URL ?? servedUrl(homeOf(env()).lock);
}

/** The secrets of this installation. */
export function getSecrets(): Secrets {
  holder.atalayaSecrets ??= loadSecrets(env(), homeOf(env()));
  return holder.atalayaSecrets;
}

function servedUrl(lock: string): string {
  const owner = readLock(lock);
  if (owner === null || owner.port === null) {
    throw new Error(
      "No database is running for this data folder. Start the app with `npm start`, `npm run dev` or `npm run demo`.",
    );
  }
  return embeddedUrl(owner.port);
}
