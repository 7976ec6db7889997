import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Db } from "@/lib/adapters/db/client";
import { createHostLanes, sleepFor } from "@/lib/adapters/http/host-lanes";
import { createFolderStore } from "@/lib/adapters/storage/folder-store";
import { type Env, parseEnv } from "@/lib/config/env";
import { homeOf } from "@/lib/config/home";
import { silentLogger } from "@/lib/observability/logger";
import type { Actor, Context } from "@/lib/services/context/context";

type World = { db: Db; env?: Partial<Env>; now?: () => Date };

/** A context over a test database, for services that need neither the taxonomy nor an embedding model nor the queue. */
export function contextOn<A extends Actor>(actor: A, { db, env, now }: World): Context<A> {
  const folder = mkdtempSync(path.join(tmpdir(), "atalaya-test-"));
  const environment = { ...parseEnv({ NODE_ENV: "test", ATALAYA_HOME: folder }), ...env };
  const absent = () => {
    throw new Error("This test's context has no taxonomy, no embedder and no queue.");
  };
  return {
    actor,
    db,
    log: silentLogger,
    now: now ?? (() => new Date()),
    wallNow: now ?? (() => new Date()),
    newId: () => randomUUID(),
    env: environment,
    home: homeOf(environment),
    lanes: createHostLanes({ now: () => new Date(), sleep: sleepFor }),
    raw: createFolderStore(path.join(folder, "raw")),
    files: createFolderStore(path.join(folder, "files")),
    taxonomy: absent,
    knowledge: absent,
    embedder: absent,
    queue: () => Promise.reject(new Error("This test's context has no queue.")),
  };
}
