import { setTimeout as delay } from "node:timers/promises";
import PQueue from "p-queue";

/** How often one host may be asked. `globalPerSecond` limits all hosts of the lanes together. */
export type Politeness = { concurrencyPerHost: number; minIntervalMs: number; globalPerSecond?: number | undefined };

export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export type LaneClock = { now: () => Date; random: () => number; sleep: Sleep };

/** Up to a quarter of the interval is added at random, so that requests do not fall on a beat. */
const JITTER_RATIO = 0.25;

type Lane = { queue: PQueue; nextStartAt: number };

/** A turn at a host: ran with its result, or not taken because the wait would be longer than the caller accepts. */
export type Turn<T> = { kind: "ran"; value: T; waitedMs: number } | { kind: "too_long"; waitMs: number };

export type HostLanes = {
  run: <T>(
    host: string,
    politeness: Politeness,
    maxWaitMs: number,
    task: () => Promise<T>,
    signal?: AbortSignal,
  ) => Promise<Turn<T>>;
  /** No request to this host starts before then. */
  pause: (host: string, untilMs: number) => void;
};

/**
 * One queue for each host, spaced by the minimum interval plus jitter. Shared by every client that may meet the same host, so that the
 * strictest concurrency asked for holds for all of them.
 */
export function createHostLanes(clock: LaneClock): HostLanes {
  const lanes = new Map<string, Lane>();
  let nextGlobalAt = 0;

  function laneOf(host: string, concurrency: number): Lane {
    const known = lanes.get(host);
    if (known !== undefined) {
      known.queue.concurrency = Math.min(known.queue.concurrency, concurrency);
      return known;
    }
    const lane = { queue: new PQueue({ concurrency }), nextStartAt: 0 };
    lanes.set(host, lane);
    return lane;
  }

  function reserve(lane: Lane, politeness: Politeness, maxWaitMs: number): number | { waitMs: number } {
    const now = clock.now().getTime();
    const startAt = Math.max(now, lane.nextStartAt, politeness.globalPerSecond === undefined ? 0 : nextGlobalAt);
    if (startAt - now > maxWaitMs) return { waitMs: startAt - now };
    lane.nextStartAt = startAt + politeness.minIntervalMs * (1 + JITTER_RATIO * clock.random());
    if (politeness.globalPerSecond !== undefined) nextGlobalAt = startAt + 1000 / politeness.globalPerSecond;
    return startAt - now;
  }

  return {
    run: (host, politeness, maxWaitMs, task, signal) => {
      const lane = laneOf(host, politeness.concurrencyPerHost);
      const enteredAt = clock.now().getTime();
      return lane.queue.add(async () => {
        signal?.throwIfAborted();
        const wait = reserve(lane, politeness, maxWaitMs);
        if (typeof wait !== "number") return { kind: "too_long", waitMs: wait.waitMs };
        if (wait > 0) await clock.sleep(wait, signal);
        const waitedMs = Math.max(0, clock.now().getTime() - enteredAt);
        return { kind: "ran", value: await task(), waitedMs };
      });
    },
    pause: (host, untilMs) => {
      const lane = laneOf(host, Number.POSITIVE_INFINITY);
      lane.nextStartAt = Math.max(lane.nextStartAt, untilMs);
    },
  };
}

/** The real clock's sleep, ended early (with a rejection) by the signal. */
export const sleepFor: Sleep = async (ms, signal) => {
  await delay(ms, undefined, signal === undefined ? {} : { signal });
};
