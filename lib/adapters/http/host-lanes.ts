import { setTimeout as delay } from "node:timers/promises";
import PQueue from "p-queue";

/** How often one host may be asked. `globalPerSecond` limits all hosts of the lanes together. */
export type Politeness = { concurrencyPerHost: number; minIntervalMs: number; globalPerSecond?: number | undefined };

export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Why a request waited: for a free place at the host, for the host's spacing, for the rate of all hosts, because the host asked for rest. */
export type LaneWait = "concurrency" | "spacing" | "global_rate" | "host_rest";
export type LaneWaits = Partial<Record<LaneWait, number>>;

export type LaneRequest = {
  host: string;
  politeness: Politeness;
  /** A longer wait is handed back instead of being sat out. */
  maxWaitMs: number;
  /** In [0, 1); seeded by the caller, so that a run's jitter is its own. */
  random: () => number;
  /** The rate of all hosts together does not count for our own demo board. */
  ownServer?: boolean;
  signal?: AbortSignal | undefined;
};

/** A turn at a host: ran with its result, or not taken because the wait would be longer than the caller accepts. Waits are milliseconds. */
export type Turn<T> =
  | { kind: "ran"; value: T; waitedMs: number; waits: LaneWaits }
  | { kind: "too_long"; waitMs: number; why: LaneWait };

export type HostLanes = {
  /** The task is told what was waited for its turn. */
  run: <T>(request: LaneRequest, task: (waits: LaneWaits) => Promise<T>) => Promise<Turn<T>>;
  /** No request to this host starts before then, whoever asks; it holds here at once, and everywhere when the promise is fulfilled. */
  pause: (host: string, untilMs: number) => Promise<void>;
};

/** The turns at hosts that all processes of an installation share, so that a look from the interface keeps its distance from a crawl. */
export type SharedTurns = {
  /** Takes the next start at a host; null when it is taken, else how long to wait before asking again, and whether the host asked for it. */
  take: (host: string, intervalMs: number) => Promise<{ waitMs: number; isRest: boolean } | null>;
  /** The host asked to be left alone for so long. */
  rest: (host: string, restMs: number) => Promise<void>;
};

export type LaneRules = {
  now: () => Date;
  sleep: Sleep;
  globalPerSecond?: number | undefined;
  /** Absent where there is one process only. */
  shared?: SharedTurns | undefined;
};

/** Up to a quarter of the interval is added at random, so that requests do not fall on a beat. */
export const JITTER_RATIO = 0.25;

type Lane = {
  queue: PQueue;
  /** The concurrency that each request in the lane accepts. */
  limits: number[];
  lastStartAt: number;
  lastIntervalMs: number;
  restUntil: number;
  starting: Promise<unknown>;
};

type Start = { at: number; why: LaneWait };

/** When the latest request to any host started or will, and how far the next one must keep from it. */
type Beat = { lastAt: number; intervalMs: number };

function laneIn(lanes: Map<string, Lane>, host: string): Lane {
  const known = lanes.get(host);
  if (known !== undefined) return known;
  const lane = {
    queue: new PQueue({ concurrency: 1 }),
    limits: [],
    lastStartAt: Number.NEGATIVE_INFINITY,
    lastIntervalMs: 0,
    restUntil: 0,
    starting: Promise.resolve(),
  };
  lanes.set(host, lane);
  return lane;
}

/** The strictest concurrency of all that are in the lane now holds for all of them. */
async function within<T>(lane: Lane, concurrency: number, work: () => Promise<T>): Promise<T> {
  const settle = () => {
    if (lane.limits.length > 0) lane.queue.concurrency = Math.min(...lane.limits);
  };
  lane.limits.push(concurrency);
  settle();
  try {
    return await lane.queue.add(work);
  } finally {
    lane.limits.splice(lane.limits.indexOf(concurrency), 1);
    settle();
  }
}

function globalIntervalOf(rules: LaneRules, { politeness, ownServer }: LaneRequest): number {
  const shared = ownServer === true ? undefined : rules.globalPerSecond;
  return Math.max(
    0,
    ...[shared, politeness.globalPerSecond].flatMap((rate) => (rate === undefined ? [] : [1000 / rate])),
  );
}

/** The earliest start by each rule; the latest of them binds. Two requests keep the longer of the distances that they ask for. */
function earliestStart(lane: Lane, beat: Beat, intervalMs: number, globalMs: number): Start {
  const starts: Start[] = [
    { at: lane.lastStartAt + Math.max(intervalMs, lane.lastIntervalMs), why: "spacing" },
    { at: lane.restUntil, why: "host_rest" },
  ];
  if (globalMs > 0) starts.push({ at: beat.lastAt + Math.max(globalMs, beat.intervalMs), why: "global_rate" });
  return starts.reduce((latest, start) => (start.at > latest.at ? start : latest));
}

/**
 * One queue for each host, spaced by the minimum interval plus jitter. There is one set of lanes in a process, so that a host's budget, a
 * rest that it asked for and the rate of all hosts together hold for every source; `shared` makes distance and rest hold for all processes.
 */
export function createHostLanes(rules: LaneRules): HostLanes {
  const lanes = new Map<string, Lane>();
  const beat: Beat = { lastAt: Number.NEGATIVE_INFINITY, intervalMs: 0 };
  const nowMs = () => rules.now().getTime();

  /** When this process may start, and, where all processes share the host, when those do; null when the turn is taken. */
  async function nextStart(lane: Lane, host: string, intervalMs: number, globalMs: number): Promise<Start | null> {
    const now = nowMs();
    const start = earliestStart(lane, beat, intervalMs, globalMs);
    if (start.at > now) return start;
    // Taken before the shared turn is asked for, lest other lanes start meanwhile; given back where there is none.
    const before = { ...beat };
    if (globalMs > 0) Object.assign(beat, { lastAt: now, intervalMs: globalMs });
    // A host that needs no distance is our own board, or as good as that.
    if (rules.shared === undefined || intervalMs === 0) return null;
    const held = await rules.shared.take(host, intervalMs);
    if (held === null) return null;
    if (globalMs > 0 && beat.lastAt === now) Object.assign(beat, before);
    return { at: nowMs() + held.waitMs, why: held.isRest ? "host_rest" : "spacing" };
  }

  /** Waits until every rule allows a start, looking again after each wait: a rest may have begun meanwhile. Null when the turn is taken. */
  async function waitForStart(lane: Lane, request: LaneRequest, waits: LaneWaits): Promise<Start | null> {
    const intervalMs = request.politeness.minIntervalMs * (1 + JITTER_RATIO * request.random());
    const globalMs = globalIntervalOf(rules, request);
    for (;;) {
      const start = await nextStart(lane, request.host, intervalMs, globalMs);
      if (start === null) {
        Object.assign(lane, { lastStartAt: nowMs(), lastIntervalMs: intervalMs });
        return null;
      }
      const waitMs = Math.max(0, start.at - nowMs());
      if (waitMs > request.maxWaitMs) return start;
      waits[start.why] = Math.round((waits[start.why] ?? 0) + waitMs);
      await rules.sleep(waitMs, request.signal);
    }
  }

  /** Starts come one after the other, so that the distance is kept between real starts and not between planned ones. */
  function takeTurn(lane: Lane, request: LaneRequest, waits: LaneWaits): Promise<Start | null> {
    const turn = lane.starting.then(() => waitForStart(lane, request, waits));
    lane.starting = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  return {
    run: (request, task) => {
      const lane = laneIn(lanes, request.host);
      const enteredAt = nowMs();
      return within(lane, request.politeness.concurrencyPerHost, async () => {
        request.signal?.throwIfAborted();
        const queuedMs = Math.max(0, nowMs() - enteredAt);
        const waits: LaneWaits = queuedMs > 0 ? { concurrency: queuedMs } : {};
        const refused = await takeTurn(lane, request, waits);
        if (refused !== null) return { kind: "too_long", waitMs: Math.max(0, refused.at - nowMs()), why: refused.why };
        const waitedMs = Math.max(0, nowMs() - enteredAt);
        return { kind: "ran", value: await task(waits), waitedMs, waits };
      });
    },
    pause: async (host, untilMs) => {
      const lane = laneIn(lanes, host);
      lane.restUntil = Math.max(lane.restUntil, untilMs);
      await rules.shared?.rest(host, Math.max(0, untilMs - nowMs()));
    },
  };
}

/** The real clock's sleep, ended early (with a rejection) by the signal. */
export const sleepFor: Sleep = async (ms, signal) => {
  await delay(ms, undefined, signal === undefined ? {} : { signal });
};
