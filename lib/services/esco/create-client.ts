import { type AnswerStore, createEscoClient, type EscoClient } from "@/lib/adapters/esco/esco-client";
import { createPoliteClient } from "@/lib/adapters/http/polite-client";
import { DEFAULT_LIMITS } from "@/lib/adapters/http/polite-client-options";
import { sleepFor } from "@/lib/adapters/http/host-lanes";
import { toJson } from "@/lib/adapters/db/to-json";
import type { Context } from "@/lib/services/context/context";
import { robotsStoreOf } from "@/lib/services/sources/robots-store";
import { seededRandom } from "@/lib/services/sources/seeded-random";

/** The service states no budget; one question a second is what a person at its own search page may ask. */
const POLITENESS = { concurrencyPerHost: 1, minIntervalMs: 1_000 };

/** Answers in the database. */
export function answerStoreOf(ctx: Context): AnswerStore {
  return {
    load: async (key) => {
      const row = await ctx.db.escoAnswer.findUnique({ where: { key } });
      return row === null ? null : { status: row.status, body: row.body, fetchedAt: row.fetchedAt };
    },
    save: async (key, { status, body, fetchedAt }) => {
      const row = { status, body: toJson(body ?? {}), fetchedAt };
      await ctx.db.escoAnswer.upsert({ where: { key }, create: { key, ...row }, update: row });
    },
  };
}

/** The client of the configured ESCO service with what closes it; null where none is configured. */
export function openEscoClient(ctx: Context): { client: EscoClient; close: () => Promise<void> } | null {
  const baseUrl = ctx.env.ESCO_API_URL;
  if (baseUrl === undefined) return null;
  const http = createPoliteClient({
    userAgent: ctx.env.SCRAPE_USER_AGENT,
    contact: ctx.env.SCRAPE_CONTACT,
    // Whoever set the address may have meant a copy on this machine.
    exemptOrigins: [new URL(baseUrl).origin],
    politeness: POLITENESS,
    limits: DEFAULT_LIMITS,
    now: ctx.wallNow,
    random: seededRandom("esco"),
    sleep: sleepFor,
    proxyUrl: ctx.env.SCRAPE_PROXY_URL,
    lanes: ctx.lanes,
    robotsStore: robotsStoreOf(ctx),
  });
  const client = createEscoClient({ baseUrl, http, store: answerStoreOf(ctx), now: ctx.wallNow });
  return { client, close: http.close };
}
