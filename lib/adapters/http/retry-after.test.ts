import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after";
import { throttleOf } from "./throttle";

const now = new Date("2026-01-15T12:00:00Z");
const headers =
  (values: Record<string, string>) =>
  (name: string): string | null =>
    values[name] ?? null;

test("Retry-After is seconds or an HTTP date, and never in the past", () => {
  expect(parseRetryAfter("120", now)).toBe(120_000);
  expect(parseRetryAfter("Thu, 15 Jan 2026 12:01:00 GMT", now)).toBe(60_000);
  expect(parseRetryAfter("Thu, 15 Jan 2026 11:00:00 GMT", now)).toBe(0);
});

test("what cannot be read says nothing", () => {
  expect([null, "", "soon", "-5", "1e9"].map((value) => parseRetryAfter(value, now))).not.toContain(Number.NaN);
  expect([null, "", "soon"].map((value) => parseRetryAfter(value, now))).toEqual([null, null, null]);
});

test("a date is read against the server's own clock, however wrong that is", () => {
  const inNineYears = "Fri, 01 Jun 2035 12:00:30 GMT";
  expect(parseRetryAfter(inNineYears, now, "Fri, 01 Jun 2035 12:00:00 GMT")).toBe(30_000);
  expect(parseRetryAfter("Thu, 15 Jan 2026 12:01:00 GMT", now, "no date")).toBe(60_000);
});

test("nobody is waited for longer than a day at a time", () => {
  const day = 24 * 3_600_000;
  expect(parseRetryAfter("99999999999999999999", now)).toBe(day);
  expect(parseRetryAfter("Fri, 01 Jun 2035 12:00:00 GMT", now)).toBe(day);
});

test("429 always asks for rest, 503 only when it says for how long", () => {
  expect(throttleOf(429, headers({}), now)).toBe(30_000);
  expect(throttleOf(429, headers({ "retry-after": "2" }), now)).toBe(2000);
  expect(throttleOf(503, headers({ "retry-after": "2" }), now)).toBe(2000);
  expect(throttleOf(503, headers({}), now)).toBeNull();
  expect(throttleOf(200, headers({ "retry-after": "2" }), now)).toBeNull();
});
