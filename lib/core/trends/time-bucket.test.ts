import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketEnd, bucketOf, bucketStart, bucketsBetween, GRAINS } from "./time-bucket";
import { trendDate } from "./trend-date";

const at = (iso: string) => new Date(iso);

test.each([
  ["2026-01-01T00:00:00Z", "2026-W01"],
  ["2027-01-01T00:00:00Z", "2026-W53"],
  ["2024-12-30T00:00:00Z", "2025-W01"],
  ["2023-01-01T23:59:59Z", "2022-W52"],
  ["2026-11-22T23:59:59.999Z", "2026-W47"],
  ["2026-11-23T00:00:00Z", "2026-W48"],
])("%s is in ISO week %s, in UTC", (iso, week) => {
  expect(bucketOf(at(iso), "week")).toBe(week);
});

test("every instant lies in its own bucket, and buckets sort in time", () => {
  const instant = fc.date({ min: at("1990-01-01T00:00:00Z"), max: at("2090-01-01T00:00:00Z"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, fc.constantFrom(...GRAINS), (a, b, grain) => {
      const bucket = bucketOf(a, grain);
      expect(bucketStart(bucket) <= a && a < bucketEnd(bucket)).toBe(true);
      if (a <= b) expect(bucket <= bucketOf(b, grain)).toBe(true);
    }),
  );
});

test("no bucket is left out between two, over the turn of a year", () => {
  expect(bucketsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
  expect(bucketsBetween("2026-W52", "2027-W01")).toEqual(["2026-W52", "2026-W53", "2027-W01"]);
  expect(bucketsBetween("2027-01", "2026-12")).toEqual([]);
});

test.each(["2026-13", "2025-W53", "2026-W00", "yesterday", "", "2026-1"])("%j is no bucket", (bucket) => {
  expect(() => bucketStart(bucket)).toThrow("neither a week");
});

test("a series without end is refused", () => {
  expect(() => bucketsBetween("1900-01", "2026-01")).toThrow("at most");
});

const firstSeenAt = at("2026-06-10T12:00:00Z");

test.each([
  ["a plausible date counts", "2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z"],
  ["a clock ahead by a time zone is believed", "2026-06-11T00:00:00Z", "2026-06-11T00:00:00Z"],
  ["a date after it was first seen is not", "2026-06-20T00:00:00Z", "2026-06-10T12:00:00Z"],
  ["nor one of years before", "2024-06-10T00:00:00Z", "2026-06-10T12:00:00Z"],
])("%s", (_, stated, counted) => {
  expect(trendDate({ postedAt: at(stated), firstSeenAt })).toEqual(at(counted));
});

test("without a stated date, or with a broken one, first seen counts", () => {
  expect(trendDate({ postedAt: null, firstSeenAt })).toBe(firstSeenAt);
  expect(trendDate({ postedAt: new Date(Number.NaN), firstSeenAt })).toBe(firstSeenAt);
});
