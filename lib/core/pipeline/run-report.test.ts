import { expect, test } from "vitest";
import { MultisetHash } from "./multiset-hash";
import { distributionOf, statusOf } from "./run-report";
import { healthAfter, mayCrawl, type SourceHealth } from "./source-health";

test("the distribution of nothing is unknown, not zero", () => {
  expect(distributionOf([])).toBeNull();
});

test("the distribution is by nearest rank", () => {
  expect(distributionOf([5, 1, 4, 2, 3])).toEqual({ n: 5, min: 1, p50: 3, p90: 5, max: 5 });
  expect(distributionOf([7])).toEqual({ n: 1, min: 7, p50: 7, p90: 7, max: 7 });
});

test("a run with failed items is partial, and failed where nothing went well", () => {
  expect(statusOf({ scrape: { done: 3 } })).toBe("succeeded");
  expect(statusOf({ scrape: { done: 3, failed: 1 } })).toBe("partial");
  expect(statusOf({ scrape: { done: 0, failed: 2 } })).toBe("failed");
});

test("the multiset hash does not depend on order but on every item and how often it came", () => {
  const of = (...items: string[]) => {
    const hash = new MultisetHash();
    for (const item of items) hash.add(item);
    return hash.digest();
  };
  expect(of("a", "b", "c")).toBe(of("c", "a", "b"));
  expect(of("a", "a")).not.toBe(of("a"));
  expect(of("a")).not.toBe(of("b"));
});

const NOW = new Date("2026-11-21T10:00:00Z");
const WELL: SourceHealth = { consecutiveFailures: 0, breaker: "closed", cooldownUntil: null };

test("the third failure in a row cools a source down, each further one for twice as long up to a day", () => {
  const after = (failures: number) => {
    let health = WELL;
    for (let i = 0; i < failures; i += 1) health = healthAfter(health, "failed", NOW);
    return health;
  };
  expect(after(2)).toMatchObject({ breaker: "closed", cooldownUntil: null });
  expect(after(3).cooldownUntil).toEqual(new Date("2026-11-21T10:30:00Z"));
  expect(after(4).cooldownUntil).toEqual(new Date("2026-11-21T11:00:00Z"));
  expect(after(20).cooldownUntil).toEqual(new Date("2026-11-22T10:00:00Z"));
});

test("a cooling source is let through once its time has passed, and a success clears it", () => {
  const open = { consecutiveFailures: 3, breaker: "open" as const, cooldownUntil: new Date("2026-11-21T10:30:00Z") };
  expect(mayCrawl(open, NOW)).toBe(false);
  expect(mayCrawl(open, new Date("2026-11-21T10:30:00Z"))).toBe(true);
  expect(healthAfter(open, "ok", NOW)).toEqual(WELL);
});
