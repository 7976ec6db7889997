import { createBrowserClient } from "@/lib/adapters/http/browser-client";
import { createPoliteClient, type PoliteClient } from "@/lib/adapters/http/polite-client";
import { type BreakerState, DEFAULT_RETRY } from "@/lib/adapters/http/polite-client-options";
import { sleepFor } from "@/lib/adapters/http/host-lanes";
import type { OnRequest } from "@/lib/adapters/http/request-report";
import type { SourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { robotsStoreOf } from "./robots-store";
import { seededRandom } from "./seeded-random";

export type SourceClientOptions = {
  /** The jitter's seed: the id of the run, so that a run's jitter is its own and the same when looked at again. */
  seed: string;
  onRequest?: OnRequest;
  onBreaker?: (state: BreakerState) => void;
  /** The source has just cooled down: its first request is a trial. */
  trial?: boolean;
};

function proxyOf(ctx: Context, config: SourceConfig): string | undefined {
  const proxyUrl = ctx.env.SCRAPE_PROXY_URL;
  if (config.proxy === true && proxyUrl === undefined)
    throw new AppError("invalid_input", `The source ${config.id} asks for a proxy; set SCRAPE_PROXY_URL.`);
  return config.proxy === false ? undefined : proxyUrl;
}

/**
 * The client that a source is asked with: its name and contact, its pace in the lanes of the process, the robots.txt files of the
 * installation, its proxy. Throws `invalid_input` where the source asks for a proxy and none is configured.
 */
export function createSourceClient(ctx: Context, config: SourceConfig, options: SourceClientOptions): PoliteClient {
  const exempt = ctx.env.SCRAPE_EXEMPT_ORIGIN;
  const { politeness } = config;
  const { timeoutSeconds, maxBytes, maxRedirects } = config.limits;
  const { onRequest, onBreaker } = options;
  const client = createPoliteClient({
    userAgent: config.userAgent ?? ctx.env.SCRAPE_USER_AGENT,
    contact: config.contact ?? ctx.env.SCRAPE_CONTACT,
    exemptOrigins: exempt === undefined ? [] : [exempt],
    politeness,
    limits: { timeoutMs: timeoutSeconds * 1000, maxBytes, maxRedirects },
    // Where a source needs no pause between requests, a retry need not wait long either.
    retry: {
      ...DEFAULT_RETRY,
      baseDelayMs: Math.max(50, Math.min(DEFAULT_RETRY.baseDelayMs, politeness.minIntervalMs)),
    },
    breaker: {
      consecutiveFailures: politeness.failuresBeforeBreak,
      coolDownMs: politeness.coolDownMinutes * 60_000,
      trial: options.trial ?? false,
    },
    now: ctx.wallNow,
    random: seededRandom(options.seed),
    sleep: sleepFor,
    proxyUrl: proxyOf(ctx, config),
    lanes: ctx.lanes,
    robotsStore: robotsStoreOf(ctx),
    ...(onRequest === undefined ? {} : { onRequest }),
    ...(onBreaker === undefined ? {} : { onBreaker }),
  });
  const { browser, waitFor, timeoutMs } = config.fetch;
  if (!browser) return client;
  const userAgent = config.userAgent ?? ctx.env.SCRAPE_USER_AGENT;
  return createBrowserClient(client, { userAgent, waitFor, timeoutMs, maxBytes });
}
