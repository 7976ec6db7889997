import { expect, test } from "vitest";
import { createHostLanes, type Politeness, sleepFor } from "./host-lanes";

function aClock(random = 0) {
  let now = 1_000_000;
  const sleep = (ms: number) => {
    now += ms;
    return Promise.resolve();
  };
  const lanes = createHostLanes({ now: () => new Date(now), random: () => random, sleep });
  return { lanes, now: () => now };
}
const slow: Politeness = { concurrencyPerHost: 1, minIntervalMs: 1000 };

async function starts(politeness: Politeness, hosts: string[], random = 0): Promise<number[]> {
  const { lanes, now } = aClock(random);
  const begin = now();
  const at: number[] = [];
  for (const host of hosts) await lanes.run(host, politeness, 60_000, () => Promise.resolve(at.push(now() - begin)));
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
  const { lanes, now } = aClock();
  lanes.pause("a", now() + 5000);
  expect(await lanes.run("a", slow, 4000, () => Promise.resolve(1))).toEqual({ kind: "too_long", waitMs: 5000 });
  expect(await lanes.run("a", slow, 6000, () => Promise.resolve(1))).toEqual({ kind: "ran", value: 1, waitedMs: 5000 });
});

test("the strictest concurrency that was asked for holds for everybody", async () => {
  const { lanes } = aClock();
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  const at = (concurrencyPerHost: number) => lanes.run("a", { concurrencyPerHost, minIntervalMs: 0 }, 1000, task);
  await Promise.all([at(8), at(2), at(8), at(8), at(8)]);
  expect(most).toBeLessThanOrEqual(2);
});

test("an aborted wait rejects", async () => {
  await expect(sleepFor(60_000, AbortSignal.abort())).rejects.toThrow();
  await expect(sleepFor(0)).resolves.toBeUndefined();
});
