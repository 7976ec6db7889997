import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher, ProxyAgent } from "undici";
import { isIpLiteral, RefusedAddressError, type ResolveHost, resolvePublic } from "./address-guard";

export type GuardedDispatcher = {
  /** The dispatcher for a URL. Rejects with `RefusedAddressError` where the URL's host is a private literal. */
  forUrl: (url: URL) => Promise<Dispatcher>;
  close: () => Promise<void>;
};

/** A lookup for connections: resolves, checks and pins in one step: the socket connects to the very addresses that were checked. */
export function guardedLookup(resolve: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    resolvePublic(hostname, resolve).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true) callback(null, addresses);
        else if (first !== undefined) callback(null, first.address, first.family);
      },
      (error: unknown) => {
        const cause = error instanceof Error ? error : new Error("The host name could not be resolved.");
        callback(cause, "", 0);
      },
    );
  };
}

/**
 * Dispatchers that never connect to a private address, save for exact origins that are exempt. Through a proxy the name is resolved
 * and checked here first, but the proxy resolves it again: there the guard is only as good as the proxy's own rules.
 */
export function createGuardedDispatcher(options: {
  resolve: ResolveHost;
  exemptOrigins: readonly string[];
  timeoutMs: number;
  proxyUrl?: string | undefined;
}): GuardedDispatcher {
  const timeouts = { headersTimeout: options.timeoutMs, bodyTimeout: options.timeoutMs };
  const exempt = new Agent({ ...timeouts, connect: { timeout: options.timeoutMs } });
  const guarded = new Agent({
    ...timeouts,
    connect: { timeout: options.timeoutMs, lookup: guardedLookup(options.resolve) },
  });
  const proxy = options.proxyUrl === undefined ? null : new ProxyAgent({ uri: options.proxyUrl, ...timeouts });
  return {
    forUrl: async (url) => {
      if (options.exemptOrigins.includes(url.origin)) return exempt;
      if (isIpLiteral(url.hostname) || proxy !== null) await resolvePublic(url.hostname, options.resolve);
      return proxy ?? guarded;
    },
    close: async () => {
      await Promise.all([exempt.close(), guarded.close(), proxy?.close()]);
    },
  };
}

/** The refusal inside an error, however deeply undici has wrapped it. */
export function findRefusedAddress(error: unknown): RefusedAddressError | null {
  let current: unknown = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if (current instanceof RefusedAddressError) return current;
    if (current instanceof AggregateError) return findRefusedAddress(current.errors[0]);
    current = current.cause;
  }
  return null;
}
