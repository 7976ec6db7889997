import { randomUUID } from "node:crypto";
import { connectDatabase } from "@/lib/adapters/db/client";
import { noteHostRest, takeHostTurn } from "@/lib/adapters/db/queries/host-turns";
import { createEmbedder } from "@/lib/adapters/embeddings/create-embedder";
import { createHostLanes, sleepFor } from "@/lib/adapters/http/host-lanes";
import { openJobQueue } from "@/lib/adapters/queue/job-queue";
import { createFolderStore } from "@/lib/adapters/storage/folder-store";
import { openRawStore } from "@/lib/adapters/storage/open-raw-store";
import type { Env } from "@/lib/config/env";
import type { Home } from "@/lib/config/home";
import type { Logger } from "@/lib/observability/logger";
import { JOB_NAMES } from "@/lib/services/queue/job-names";
import { recordAiCall } from "./record-ai-call";
import type { Actor, Context } from "./context";
import { createRenewableTaxonomy } from "./renewable-taxonomy";

/** One process's connection to the world. */
export type App = { context: <A extends Actor>(actor: A) => Context<A>; close(): Promise<void> };

export type AppOptions = { env: Env; home: Home; databaseUrl: string; log: Logger; now?: () => Date };

function once<T>(make: () => T): (() => T) & { used: () => boolean } {
  let made: { value: T } | undefined;
  return Object.assign(() => (made ??= { value: make() }).value, { used: () => made !== undefined });
}

/** Puts the adapters together. Nothing heavy is loaded before it is asked for. */
export function createApp(options: AppOptions): App {
  const { env, home, log } = options;
  const queue = once(() => openJobQueue({ url: options.databaseUrl, names: JOB_NAMES, log, role: "sender" }));
  const database = connectDatabase(options.databaseUrl, { poolMax: env.DATABASE_POOL_MAX });
  const { taxonomy, knowledge, renew, keepUp } = createRenewableTaxonomy(database.db, () => new Date());
  const world = {
    db: database.db,
    log,
    now: options.now ?? (() => new Date()),
    wallNow: () => new Date(),
    newId: () => randomUUID(),
    env,
    home,
    lanes: createHostLanes({
      now: () => new Date(),
      sleep: sleepFor,
      globalPerSecond: env.SCRAPE_GLOBAL_PER_SECOND,
      shared: {
        take: (host, intervalMs) => takeHostTurn(database.db, host, intervalMs),
        rest: (host, restMs) => noteHostRest(database.db, host, restMs),
      },
    }),
    raw: openRawStore(env, home.raw),
    files: createFolderStore(home.files),
    taxonomy,
    knowledge,
    renewTaxonomy: renew,
    keepUpWithTaxonomy: () => keepUp().catch((error: unknown) => log.warn("taxonomy.renewal.failed", { error })),
    embedder: once(() => createEmbedder(env, { onCall: (call) => void recordAiCall(database.db, log, call) })),
    queue,
  };
  return {
    context: (actor) => ({ ...world, actor }),
    close: async () => {
      if (queue.used()) await (await queue()).stop();
      await database.close();
    },
  };
}
