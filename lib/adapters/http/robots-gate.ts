import robotsParser from "robots-parser";
import type { RobotsDecision } from "./fetch-outcome";

/** What the host answered for /robots.txt; status null where it could not be reached. */
export type RobotsFile = { status: number | null; text: string };
export type FetchRobots = (robotsUrl: URL) => Promise<RobotsFile>;

export type RobotsVerdict = { decision: RobotsDecision; crawlDelayMs: number; fromCache: boolean };

export type RobotsGate = (url: URL) => Promise<RobotsVerdict>;

/** RFC 9309 asks not to use a copy for longer than a day. */
const KEEP_MS = 24 * 3_600_000;
/** An unreachable file is asked for again soon, since nothing may be fetched meanwhile. */
const KEEP_UNREACHABLE_MS = 5 * 60_000;

type Entry = { expiresAt: number; judge: (url: URL) => { decision: RobotsDecision; crawlDelayMs: number } };

function judgeOf(file: RobotsFile, robotsUrl: URL, agent: string): Entry["judge"] {
  const { status, text } = file;
  if (status === null || status === 429 || status >= 500) return () => ({ decision: "unreachable", crawlDelayMs: 0 });
  if (status >= 300) return () => ({ decision: "none", crawlDelayMs: 0 });
  const robots = robotsParser(robotsUrl.href, text);
  return (url) => ({
    decision: robots.isAllowed(url.href, agent) === false ? "disallowed" : "allowed",
    crawlDelayMs: Math.max(0, (robots.getCrawlDelay(agent) ?? 0) * 1000),
  });
}

/** Reads each origin's robots.txt once a day and answers for one user agent. A file that cannot be read means "do not fetch" (RFC 9309). */
export function createRobotsGate(options: { agent: string; now: () => Date; fetchRobots: FetchRobots }): RobotsGate {
  const cache = new Map<string, Promise<Entry>>();

  async function load(robotsUrl: URL): Promise<Entry> {
    const file = await options.fetchRobots(robotsUrl);
    const judge = judgeOf(file, robotsUrl, options.agent);
    const keepMs = judge(robotsUrl).decision === "unreachable" ? KEEP_UNREACHABLE_MS : KEEP_MS;
    return { judge, expiresAt: options.now().getTime() + keepMs };
  }

  return async (url) => {
    const known = cache.get(url.origin);
    if (known !== undefined) {
      const entry = await known;
      if (entry.expiresAt > options.now().getTime()) return { ...entry.judge(url), fromCache: true };
    }
    const loading = load(new URL("/robots.txt", url));
    cache.set(url.origin, loading);
    try {
      return { ...(await loading).judge(url), fromCache: false };
    } catch (error) {
      cache.delete(url.origin);
      throw error;
    }
  };
}
