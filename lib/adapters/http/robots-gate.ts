import robotsParser from "robots-parser";
import type { RobotsDecision } from "./fetch-outcome";

/** What the host answered for /robots.txt; status null where it could not be reached. */
export type RobotsFile = { status: number | null; text: string };
export type FetchRobots = (robotsUrl: URL) => Promise<RobotsFile>;
export type StoredRobots = RobotsFile & { fetchedAt: Date; expiresAt: Date };

/** Keeps robots.txt files by origin, so that a restart does not ask again. */
export type RobotsStore = {
  load: (origin: string) => Promise<StoredRobots | null>;
  save: (origin: string, file: StoredRobots) => Promise<void>;
};

export type RobotsVerdict = { decision: RobotsDecision; crawlDelayMs: number; fromCache: boolean };

export type RobotsGate = (url: URL) => Promise<RobotsVerdict>;

/** RFC 9309 asks not to use a copy for longer than a day. */
const KEEP_MS = 24 * 3_600_000;
/** An unreachable file is asked for again soon, since nothing may be fetched meanwhile. */
const KEEP_UNREACHABLE_MS = 5 * 60_000;

type Judgement = { decision: RobotsDecision; crawlDelayMs: number };
type Entry = { expiresAt: number; judge: (url: URL) => Judgement; fromStore: boolean };

function isUnreachable({ status }: RobotsFile): boolean {
  return status === null || status === 429 || status >= 500;
}

function judgeOf(file: RobotsFile, robotsUrl: URL, agent: string): Entry["judge"] {
  if (isUnreachable(file)) return () => ({ decision: "unreachable", crawlDelayMs: 0 });
  if (file.status !== null && file.status >= 300) return () => ({ decision: "none", crawlDelayMs: 0 });
  const robots = robotsParser(robotsUrl.href, file.text);
  const delay = robots.getCrawlDelay(agent) ?? 0;
  const crawlDelayMs = Number.isFinite(delay) ? Math.max(0, delay * 1000) : 0;
  return (url) => ({
    decision: robots.isAllowed(url.href, agent) === false ? "disallowed" : "allowed",
    crawlDelayMs,
  });
}

export type RobotsGateOptions = {
  /** The product token that the rules are asked about. */
  agent: string;
  now: () => Date;
  fetchRobots: FetchRobots;
  store?: RobotsStore | undefined;
};

/**
 * Reads each origin's robots.txt once a day and answers for one user agent. A file that cannot be read means "do not fetch" (RFC 9309);
 * where not even an answer came, the fault may be on this side, and that is not kept beyond this gate.
 */
export function createRobotsGate(options: RobotsGateOptions): RobotsGate {
  const { agent, now, store } = options;
  const cache = new Map<string, Promise<Entry>>();

  async function load(robotsUrl: URL): Promise<Entry> {
    const kept = (await store?.load(robotsUrl.origin)) ?? null;
    if (kept !== null && kept.expiresAt > now()) {
      return { judge: judgeOf(kept, robotsUrl, agent), expiresAt: kept.expiresAt.getTime(), fromStore: true };
    }
    const file = await options.fetchRobots(robotsUrl);
    const fetchedAt = now();
    const expiresAt = fetchedAt.getTime() + (isUnreachable(file) ? KEEP_UNREACHABLE_MS : KEEP_MS);
    if (file.status !== null)
      await store?.save(robotsUrl.origin, { ...file, fetchedAt, expiresAt: new Date(expiresAt) });
    return { judge: judgeOf(file, robotsUrl, agent), expiresAt, fromStore: false };
  }

  return async (url) => {
    for (;;) {
      const known = cache.get(url.origin);
      if (known === undefined) break;
      const entry = await known;
      if (entry.expiresAt > now().getTime()) return { ...entry.judge(url), fromCache: true };
      // Whoever comes first asks again; the others wait for that answer.
      if (cache.get(url.origin) === known) break;
    }
    const loading = load(new URL("/robots.txt", url));
    cache.set(url.origin, loading);
    try {
      const entry = await loading;
      return { ...entry.judge(url), fromCache: entry.fromStore };
    } catch (error) {
      cache.delete(url.origin);
      throw error;
    }
  };
}
