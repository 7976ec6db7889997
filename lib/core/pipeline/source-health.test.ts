import { expect, test } from "vitest";
import { healthAfter, isTrial, mayCrawl, type SourceHealth } from "./source-health";

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
