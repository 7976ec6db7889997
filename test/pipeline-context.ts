import type { Db } from "@/lib/adapters/db/client";
import { createHashEmbedder } from "@/lib/adapters/embeddings/hash-embedder";
import type { Env } from "@/lib/config/env";
import type { Context, Knowledge, SystemContext, Taxonomy } from "@/lib/services/context/context";
import { readKnowledge } from "@/lib/services/context/read-knowledge";
import { readTaxonomy } from "@/lib/services/context/read-taxonomy";
import { createRenewableTaxonomy } from "@/lib/services/context/renewable-taxonomy";
import { contextOn } from "./accounts-context";

type World = { db: Db; now?: Date; env?: Partial<Env> };

let taxonomy: Taxonomy | undefined;
let knowledge: Knowledge | undefined;

/** A system's context over a test database with the real taxonomy, a deterministic embedder, and a queue that keeps what is sent. */
export function pipelineContext({
  db,
  now,
  env,
}: World): SystemContext & { sent: { name: string; payload: object }[] } {
  const sent: { name: string; payload: object }[] = [];
  const embedder = createHashEmbedder();
  const base = contextOn({ kind: "system" as const, name: "test" }, { db, ...(env === undefined ? {} : { env }) });
  const queue: Awaited<ReturnType<Context["queue"]>> = {
    send: (name, payload) => {
      sent.push({ name, payload });
      return Promise.resolve();
    },
    work: () => Promise.resolve(),
    schedule: () => Promise.resolve(),
    oldestWaitingSeconds: () => Promise.resolve(null),
    stop: () => Promise.resolve(),
  };
  return {
    ...base,
    ...(now === undefined ? {} : { now: () => now }),
    wallNow: () => new Date(),
    taxonomy: () => (taxonomy ??= readTaxonomy()),
    knowledge: () => (knowledge ??= readKnowledge((taxonomy ??= readTaxonomy()))),
    embedder: () => embedder,
    queue: () => Promise.resolve(queue),
    sent,
  };
}

/** A system's context like that of a process of its own: it takes up what was added to the taxonomy when it looks for it. */
export function processContext(db: Db, now: Date): SystemContext {
  const { renew, ...own } = createRenewableTaxonomy(db, () => new Date());
  return { ...pipelineContext({ db, now }), taxonomy: own.taxonomy, knowledge: own.knowledge, renewTaxonomy: renew };
}
