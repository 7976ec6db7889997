import { expect, test } from "vitest";
import { healthAfter, isDue, isTrial, mayCrawl, nextRunAfter, type SourceHealth } from "./source-health";

const NOW = new Date("2026-11-21T10:00:00Z");
const WELL: SourceHealth = { consecutiveFailures: 0, breaker: "closed", cooldownUntil: null };
const RULES = { crawlsBeforeBreak: 2, coolDownMs: 60_000 };
const until = (ms: number) => new Date(NOW.getTime() + ms);

test("a source's own rules say when it cools down and for how long", () => {
  const once = healthAfter(WELL, "failed", NOW, RULES);
  expect(once).toEqual({ consecutiveFailures: 1, breaker: "closed", cooldownUntil: null });
  expect(healthAfter(once, "failed", NOW, RULES)).toEqual({
    consecutiveFailures: 2,
    breaker: "open",
    cooldownUntil: until(60_000),
  });
});

test("a crawl that tripped opens the breaker at once", () => {
  expect(healthAfter(WELL, "tripped", NOW, RULES)).toEqual({
    consecutiveFailures: 2,
    breaker: "open",
    cooldownUntil: until(60_000),
  });
});

test("each failed trial doubles the cool-down, up to a day, also where more failures are allowed by now", () => {
  let health: SourceHealth = healthAfter(WELL, "tripped", NOW, RULES);
  const lengths: number[] = [];
  for (let trial = 0; trial < 12; trial += 1) {
    health = healthAfter({ ...health, breaker: "half_open" }, "failed", NOW, RULES);
    lengths.push(((health.cooldownUntil?.getTime() ?? 0) - NOW.getTime()) / 60_000);
  }
  expect(lengths.slice(0, 3)).toEqual([2, 4, 8]);
  expect(lengths.at(-1)).toBe(24 * 60);
  const lenient = { ...RULES, crawlsBeforeBreak: 9 };
  expect(healthAfter({ ...WELL, consecutiveFailures: 2, breaker: "half_open" }, "failed", NOW, lenient)).toEqual({
    consecutiveFailures: 9,
    breaker: "open",
    cooldownUntil: until(60_000),
  });
});

test("a success closes the breaker and forgets the failures", () => {
  const trial: SourceHealth = { consecutiveFailures: 7, breaker: "half_open", cooldownUntil: until(-1) };
  expect(healthAfter(trial, "ok", NOW, RULES)).toEqual(WELL);
});

test("nobody is asked before a rest is over, whoever asked for it; what was open is then on trial", () => {
  expect(mayCrawl({ ...WELL, cooldownUntil: until(1) }, NOW)).toBe(false);
  expect(mayCrawl({ ...WELL, cooldownUntil: until(0) }, NOW)).toBe(true);
  expect(isTrial(WELL)).toBe(false);
  expect(isTrial({ ...WELL, breaker: "open" })).toBe(true);
  expect(isTrial({ ...WELL, breaker: "half_open" })).toBe(true);
});

test("a daily source is due on every day, although no schedule strikes to the second", () => {
  const daily = { cadenceMinutes: 1440, cooldownUntil: null };
  let late = 40_000;
  let startedAt = NOW;
  for (let day = 1; day <= 5; day += 1) {
    const nextRunAt = nextRunAfter(daily, startedAt, false);
    late = 45_000 - late;
    startedAt = until(day * 86_400_000 + late);
    expect(isDue({ ...daily, nextRunAt }, startedAt)).toBe(true);
    expect(isDue({ ...daily, nextRunAt }, until(day * 86_400_000 - 3_600_000))).toBe(false);
  }
});

test("a short cadence is kept to a tenth, and what rests is not looked at early", () => {
  const often = { cadenceMinutes: 20, cooldownUntil: null, nextRunAt: until(20 * 60_000) };
  expect([17, 18, 20].map((minute) => isDue(often, until(minute * 60_000)))).toEqual([false, true, true]);
  const resting = { ...often, cooldownUntil: until(20 * 60_000) };
  expect([18, 20].map((minute) => isDue(resting, until(minute * 60_000)))).toEqual([false, true]);
  expect(isDue({ cadenceMinutes: null, cooldownUntil: null, nextRunAt: null }, NOW)).toBe(true);
});

test("a source is due when its rest is over, or a cadence later where it rests longer; at once where it was cut off", () => {
  const after = (cadenceMinutes: number | null, restMs: number | null, cutOff = false) =>
    nextRunAfter({ cadenceMinutes, cooldownUntil: restMs === null ? null : until(restMs) }, NOW, cutOff);
  expect(after(60, 1_800_000)).toEqual(until(1_800_000));
  expect(after(60, 7_200_000, true)).toEqual(until(3_600_000));
  expect(after(60, null)).toEqual(until(3_600_000));
  expect(after(60, null, true)).toEqual(NOW);
  expect(after(null, 1_800_000)).toBeNull();
});
