import type { FetchOutcome } from "@/lib/adapters/http/fetch-outcome";
import { describeFailure } from "@/lib/adapters/http/fetch-outcome";
import { sha256 } from "@/lib/core/kernel/hash";
import { type EscoHit, type EscoResource, parseResource, parseSearch } from "./esco-answers";

/** An answer as it is kept, so that the same question is not asked again. */
export type KeptAnswer = { status: number; body: unknown; fetchedAt: Date };

export type AnswerStore = {
  load: (key: string) => Promise<KeptAnswer | null>;
  save: (key: string, answer: KeptAnswer) => Promise<void>;
};

/** `isStale`: the service could not be reached and an older answer is given. */
export type EscoOutcome<T> =
  | { kind: "answer"; value: T; fetchedAt: Date; isStale: boolean }
  | { kind: "not_found" }
  | { kind: "unavailable"; reason: string };

export type EscoSearch = { text: string; type: "skill" | "occupation"; language: "en" | "es"; limit?: number };
export type EscoLookup = { uri: string; type: "skill" | "occupation"; language: "en" | "es" };

export type EscoClient = {
  /** Concepts that the service finds for a text, best first. */
  search: (query: EscoSearch) => Promise<EscoOutcome<EscoHit[]>>;
  /** One concept by its URI. */
  getResource: (query: EscoLookup) => Promise<EscoOutcome<EscoResource>>;
};

export type EscoClientOptions = {
  /** Address of the service's API, such as the Commission's or a local copy of it. */
  baseUrl: string;
  http: {
    get: (url: string, options?: { accept?: string; allowedHosts?: readonly string[] }) => Promise<FetchOutcome>;
  };
  store: AnswerStore;
  now: () => Date;
  /** For how long an answer is taken as fresh. */
  ttlMs?: number;
};

const DAY_MS = 86_400_000;
const DEFAULT_TTL_MS = 30 * DAY_MS;
const MAX_TEXT = 200;
const MAX_LIMIT = 50;

function urlOf(baseUrl: string, path: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(`${baseUrl.replace(/\/+$/u, "")}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function parseBody(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * A client of the ESCO web service. Answers are kept and given again while they are fresh; when the service cannot be reached, or
 * answers what cannot be read, a kept one is given whatever its age, else `unavailable` with the reason. It never throws for the service.
 */
export function createEscoClient(options: EscoClientOptions): EscoClient {
  const { http, store, now } = options;
  const ttlMs = options.ttlMs ?? DEFAULT_TTL_MS;

  type Parse<T> = (body: unknown) => T | null;

  function keptOutcome<T>(kept: KeptAnswer, parse: Parse<T>, isStale: boolean): EscoOutcome<T> | null {
    if (kept.status === 404) return { kind: "not_found" };
    const value = parse(kept.body);
    return value === null ? null : { kind: "answer", value, fetchedAt: kept.fetchedAt, isStale };
  }

  async function fetchFresh<T>(url: string, key: string, parse: Parse<T>): Promise<EscoOutcome<T>> {
    const outcome = await http.get(url, { accept: "application/json", allowedHosts: [new URL(url).hostname] });
    const fetchedAt = now();
    if (outcome.kind === "gone") {
      await store.save(key, { status: 404, body: null, fetchedAt });
      return { kind: "not_found" };
    }
    if (outcome.kind === "unchanged") return { kind: "unavailable", reason: "the service sent nothing" };
    if (outcome.kind !== "fetched") return { kind: "unavailable", reason: describeFailure(outcome) };
    const body = parseBody(outcome.bytes);
    const value = body === undefined ? null : parse(body);
    if (value === null) return { kind: "unavailable", reason: "the service answered in a form that is not known" };
    await store.save(key, { status: outcome.status, body, fetchedAt });
    return { kind: "answer", value, fetchedAt, isStale: false };
  }

  async function ask<T>(url: string, parse: Parse<T>): Promise<EscoOutcome<T>> {
    const key = sha256(url);
    const kept = await store.load(key);
    const age = kept === null ? Number.POSITIVE_INFINITY : now().getTime() - kept.fetchedAt.getTime();
    const known = kept === null ? null : keptOutcome(kept, parse, age > ttlMs);
    if (known !== null && age <= ttlMs) return known;
    const fresh = await fetchFresh(url, key, parse);
    return fresh.kind === "unavailable" && known !== null ? known : fresh;
  }

  return {
    search: ({ text, type, language, limit = 10 }) => {
      const words = text.trim().replace(/\s+/gu, " ").slice(0, MAX_TEXT);
      if (words === "") return Promise.resolve({ kind: "not_found" });
      const asked = String(Math.max(1, Math.min(MAX_LIMIT, Math.trunc(limit))));
      return ask(urlOf(options.baseUrl, "search", { text: words, type, language, limit: asked }), parseSearch);
    },
    getResource: ({ uri, type, language }) =>
      ask(urlOf(options.baseUrl, `resource/${type}`, { uri, language }), (body) => parseResource(body, language)),
  };
}
