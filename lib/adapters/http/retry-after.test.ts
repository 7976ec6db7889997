import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after";

const now = new Date("2026-01-15T12:00:00Z");

test("seconds and dates are milliseconds from now, never negative", () => {
  expect(parseRetryAfter("120", now)).toBe(120_000);
  expect(parseRetryAfter("Thu, 15 Jan 2026 12:00:30 GMT", now)).toBe(30_000);
  expect(parseRetryAfter("Thu, 15 Jan 2026 11:00:00 GMT", now)).toBe(0);
});

test("nothing and nonsense are null", () => {
  for (const header of [null, "", "soon"]) expect(parseRetryAfter(header, now)).toBeNull();
});
