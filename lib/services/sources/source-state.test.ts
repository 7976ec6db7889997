import { expect, test } from "vitest";
import { type StateFacts, splitOutcome, statedOutcome, stateOf } from "./source-state";

const now = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-11-21T13:00:00Z");
const earlier = new Date("2026-11-21T11:00:00Z");
const fine: StateFacts = {
  enabled: true,
  hasNotice: false,
  noticeAcceptedAt: null,
  breaker: "closed",
  cooldownUntil: null,
  lastRunAt: earlier,
  lastOutcome: "ok",
  consecutiveFailures: 0,
};

test.each<[string, Partial<StateFacts>, string, string]>([
  ["read whole", {}, "healthy", "read_whole"],
  ["read in part", { lastOutcome: "partial: robots" }, "healthy", "read_in_part"],
  ["never read", { lastRunAt: null, lastOutcome: null }, "unread", "never_read"],
  ["a failed crawl", { consecutiveFailures: 1, lastOutcome: "blocked: 403" }, "failing", "crawls_failed"],
  [
    "an open breaker",
    { breaker: "open", cooldownUntil: later, consecutiveFailures: 3 },
    "cooling_down",
    "too_many_failures",
  ],
  ["a server's wish", { cooldownUntil: later }, "cooling_down", "server_asked"],
  [
    "a cool-down that is over",
    { breaker: "open", cooldownUntil: earlier, consecutiveFailures: 3 },
    "failing",
    "trial_due",
  ],
  ["a trial", { breaker: "half_open", consecutiveFailures: 3 }, "failing", "trial_due"],
  ["turned off", { enabled: false, consecutiveFailures: 2 }, "off", "turned_off"],
  ["an unread notice", { enabled: false, hasNotice: true }, "off", "notice_unread"],
  [
    "off although its notice is read",
    { enabled: false, hasNotice: true, noticeAcceptedAt: earlier },
    "off",
    "turned_off",
  ],
])("%s", (_name, facts, state, reason) => {
  expect(stateOf({ ...fine, ...facts }, now)).toEqual({ state, reason });
});

test("a stated outcome is a status with its reason; words of another kind are a reason alone", () => {
  expect(splitOutcome("ok")).toEqual({ status: "ok", reason: null });
  expect(splitOutcome("blocked: a CAPTCHA: twice")).toEqual({ status: "blocked", reason: "a CAPTCHA: twice" });
  expect(splitOutcome("partial:")).toEqual({ status: "partial", reason: null });
  expect(splitOutcome("read from the snapshot of 2026")).toEqual({
    status: null,
    reason: "read from the snapshot of 2026",
  });
});

test("an outcome says its status once, and comes apart again", () => {
  const outcomes = [
    { status: "ok", reason: null },
    { status: "blocked", reason: "a CAPTCHA: twice" },
    { status: "unavailable", reason: "unavailable: the host name cannot be resolved (offline?)" },
  ];
  expect(outcomes.map(statedOutcome)).toEqual([
    "ok",
    "blocked: a CAPTCHA: twice",
    "unavailable: the host name cannot be resolved (offline?)",
  ]);
  expect(outcomes.map((outcome) => splitOutcome(statedOutcome(outcome)).status)).toEqual([
    "ok",
    "blocked",
    "unavailable",
  ]);
});
