import { expect, test } from "vitest";
import { createHostLanes, type Politeness, type SharedTurns, sleepFor } from "./host-lanes";

function aClock(random = 0, globalPerSecond?: number) {
  let now = 1_000_000;
  const sleep = (ms: number) => {
    now += ms;
    return Promise.resolve();
  };
  const lanes = createHostLanes({ now: () => new Date(now), sleep, globalPerSecond });
  const run = <T>(host: string, politeness: Politeness, maxWaitMs: number, task: () => Promise<T>) =>
    lanes.run({ host, politeness, maxWaitMs, random: () => random }, task);
  return { lanes, run, now: () => now };
}
const slow: Politeness = { concurrencyPerHost: 1, minIntervalMs: 1000 };

async function starts(politeness: Politeness, hosts: string[], random = 0): Promise<number[]> {
  const { run, now } = aClock(random);
  const begin = now();
  const at: number[] = [];
  for (const host of hosts) await run(host, politeness, 60_000, () => Promise.resolve(at.push(now() - begin)));
  return at;
}

test("requests to one host keep their distance; another host need not wait", async () => {
  expect(await starts(slow, ["a", "a", "b", "a"])).toEqual([0, 1000, 1000, 2000]);
});

test("jitter lengthens the distance by up to a quarter, and is the caller's random source", async () => {
  expect(await starts(slow, ["a", "a", "a"], 1)).toEqual([0, 1250, 2500]);
});

test("the global rate holds across hosts", async () => {
  expect(await starts({ concurrencyPerHost: 4, minIntervalMs: 0, globalPerSecond: 2 }, ["a", "b", "c"])).toEqual([
    0, 500, 1000,
  ]);
});

test("a paused host is not asked before its time, and a wait beyond the limit is handed back", async () => {
  const { lanes, run, now } = aClock();
  await lanes.pause("a", now() + 5000);
  expect(await run("a", slow, 4000, () => Promise.resolve(1))).toEqual({
    kind: "too_long",
    waitMs: 5000,
    why: "host_rest",
  });
  expect(await run("a", slow, 6000, () => Promise.resolve(1))).toEqual({
    kind: "ran",
    value: 1,
    waitedMs: 5000,
    waits: { host_rest: 5000 },
  });
});

test("the strictest concurrency asked for holds for everybody while its request is in the lane, and no longer", async () => {
  const { run } = aClock();
  let running = 0;
  let mostBeside = 0;
  let most = 0;
  const at = (concurrencyPerHost: number, isStrict = false) =>
    run("a", { concurrencyPerHost, minIntervalMs: 0 }, 1000, async () => {
      running += 1;
      for (let turn = 0; turn < 10; turn += 1) {
        most = Math.max(most, running);
        if (isStrict) mostBeside = Math.max(mostBeside, running);
        await new Promise((resolve) => setImmediate(resolve));
      }
      running -= 1;
    });
  await Promise.all([at(8), at(2, true), at(8), at(8), at(8), at(8)]);
  expect(mostBeside).toBeLessThanOrEqual(2);
  expect(most).toBeGreaterThan(2);
});

test("the process's own rate holds for every host but our own demo board", async () => {
  const { lanes, run, now } = aClock(0, 4);
  const begin = now();
  const at: number[] = [];
  const note = () => Promise.resolve(at.push(now() - begin));
  const free: Politeness = { concurrencyPerHost: 1, minIntervalMs: 0 };
  for (const host of ["a", "b"]) await run(host, free, 60_000, note);
  await lanes.run({ host: "demo", politeness: free, maxWaitMs: 0, random: () => 0, ownServer: true }, note);
  await run("c", free, 60_000, note);
  expect(at).toEqual([0, 250, 250, 500]);
});

test("of two sources that share a host, the slower pace lies between their requests", async () => {
  const { run, now } = aClock();
  const begin = now();
  const at: number[] = [];
  const note = () => Promise.resolve(at.push(now() - begin));
  for (const minIntervalMs of [100, 1000, 100, 100])
    await run("a", { concurrencyPerHost: 1, minIntervalMs }, 60_000, note);
  expect(at).toEqual([0, 1000, 2000, 2100]);
});

test("a rest that begins while a request waits for its turn is kept by that request too", async () => {
  let now = 0;
  const lanes = createHostLanes({
    now: () => new Date(now),
    sleep: (ms) => {
      if (now === 0) void lanes.pause("a", 5000);
      now += ms;
      return Promise.resolve();
    },
  });
  const request = { host: "a", politeness: slow, maxWaitMs: 60_000, random: () => 0 };
  await lanes.run(request, () => Promise.resolve());
  const turn = await lanes.run(request, () => Promise.resolve(now));
  expect(turn).toMatchObject({ value: 5000, waits: { spacing: 1000, host_rest: 4000 } });
});

/** Two processes on one clock that share the turns at hosts; each sleep lets the time pass. */
function twoProcesses() {
  let now = 0;
  const starts: number[] = [];
  const hosts = new Map<string, { lastAt: number; until: number; isRest: boolean }>();
  const shared: SharedTurns = {
    take: (host, intervalMs) => {
      const { lastAt, until, isRest } = hosts.get(host) ?? { lastAt: -Infinity, until: 0, isRest: false };
      const waitMs = Math.max(until, lastAt + intervalMs) - now;
      if (waitMs > 0) return Promise.resolve({ waitMs, isRest });
      hosts.set(host, { lastAt: now, until: now + intervalMs, isRest: false });
      starts.push(now);
      return Promise.resolve(null);
    },
    rest: (host, restMs) => {
      hosts.set(host, { lastAt: -Infinity, until: now + restMs, isRest: true });
      return Promise.resolve();
    },
  };
  const sleep = (ms: number) => {
    now += ms;
    return Promise.resolve();
  };
  const process = () => {
    const lanes = createHostLanes({ now: () => new Date(now), sleep, globalPerSecond: 10, shared });
    const ask = (host: string, minIntervalMs = 1000, maxWaitMs = 60_000) =>
      lanes.run({ host, politeness: { concurrencyPerHost: 1, minIntervalMs }, maxWaitMs, random: () => 0 }, () =>
        Promise.resolve(now),
      );
    return { ask, lanes };
  };
  return { one: process(), other: process(), starts };
}

test("two processes keep one distance at a host, and say that they waited for it", async () => {
  const { one, other } = twoProcesses();
  expect(await one.ask("a")).toMatchObject({ value: 0, waits: {} });
  expect(await other.ask("a")).toMatchObject({ value: 1000, waits: { spacing: 1000 } });
  expect(await one.ask("a")).toMatchObject({ value: 2000, waits: { spacing: 1000 } });
  expect(await other.ask("b", 0)).toMatchObject({ value: 2000, waits: {} });
});

test("a rest that a host asked one process for is kept by the other", async () => {
  const { one, other } = twoProcesses();
  await one.lanes.pause("a", 5000);
  expect(await other.ask("a", 1000, 4000)).toEqual({ kind: "too_long", waitMs: 5000, why: "host_rest" });
  expect(await other.ask("a")).toMatchObject({ value: 5000, waits: { host_rest: 5000 } });
});

test("while one host's shared turn is asked for, no other host starts ahead of the rate of all", async () => {
  const { one, starts } = twoProcesses();
  await Promise.all([one.ask("a"), one.ask("b"), one.ask("c")]);
  expect(starts).toEqual([0, 100, 200]);
});

test("an aborted wait rejects", async () => {
  await expect(sleepFor(60_000, AbortSignal.abort())).rejects.toThrow();
  await expect(sleepFor(0)).resolves.toBeUndefined();
});
