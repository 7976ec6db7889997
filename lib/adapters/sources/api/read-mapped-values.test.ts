import { expect, test } from "vitest";
import { type ApiParams, apiParams } from "./api-params";
import {
  longText,
  lookUp,
  mappedDate,
  mappedEmployment,
  mappedPay,
  mappedWorkplace,
  shortText,
  tagList,
} from "./read-mapped-values";

const now = new Date("2026-01-10T00:00:00Z");
const params = (changes: Record<string, unknown> = {}): ApiParams =>
  apiParams.parse({ items: "@", fields: { title: "t" }, ...changes });

test.each([
  ["2026-01-05", "auto", "2026-01-05"],
  [1_767_600_000, "auto", "2026-01-05T08:00:00.000Z"],
  ["1767600000", "epoch_s", "2026-01-05T08:00:00.000Z"],
  [1_767_600_000_000, "epoch_ms", "2026-01-05T08:00:00.000Z"],
  [1_767_600_000, "epoch_ms", null],
  [true, "epoch_s", null],
  ["03/04/2026", "day_month_year", "2026-04-03"],
  ["03/04/2026 10:30", "month_day_year", "2026-03-04"],
  ["03/04/2026", "auto", null],
  ["hace 3 días", "auto", "2026-01-07"],
  [null, "auto", null],
] as const)("%j as %s is %s", (value, format, expected) => {
  expect(mappedDate(value, format, now)).toBe(expected);
});

test("words, numbers, named objects and lists of them are texts", () => {
  expect(shortText([{ name: "Lima" }, { label: "Quito" }, "Lima", { x: 1 }])).toBe("Lima; Quito");
  expect(shortText(7)).toBe("7");
  expect(shortText({})).toBeNull();
  expect(longText(["a", { title: "B", text: "b" }, 4, " "])).toBe("a\n\nB\n\nb");
  expect(tagList("sql, aws;sql")).toEqual(["sql", "aws"]);
  expect(tagList([{ name: "sql" }, "aws", null])).toEqual(["sql", "aws"]);
  expect(tagList({ a: 1 })).toEqual([]);
});

test("the source's own words go before the usual ones, and constants come last", () => {
  expect(lookUp({ FT: "x" }, ["pt", "ft"])).toBe("x");
  const own = params({
    valueMaps: { employmentType: { "1": "contract" }, workplace: { false: "onsite" } },
    constants: { employmentType: "full_time", workplace: "hybrid" },
  });
  expect(mappedEmployment(1, own)).toEqual(["contract"]);
  expect(mappedEmployment("Part-time", own)).toEqual(["part_time"]);
  expect(mappedEmployment(null, own)).toEqual(["full_time"]);
  expect(mappedWorkplace(false, own)).toBe("onsite");
  expect(mappedWorkplace(true, own)).toBe("remote");
  expect(mappedWorkplace(null, own)).toBe("hybrid");
});

test("pay needs its currency and its period, from the answer, the tables or the constants", () => {
  const pay = (parts: Record<string, unknown>, changes: Record<string, unknown> = {}) =>
    mappedPay({ min: null, max: null, currency: null, period: null, ...parts }, params(changes));
  expect(pay({ min: "40k", currency: "USD", period: "year" }).salary).toEqual({
    min: 40_000,
    max: 40_000,
    currency: "USD",
    period: "year",
  });
  expect(pay({ min: 9, max: 5 }, { constants: { currency: "PEN", period: "hour" } }).salary).toEqual({
    min: 5,
    max: 9,
    currency: "PEN",
    period: "hour",
  });
  expect(
    pay(
      { max: 5, currency: "soles", period: "m" },
      { valueMaps: { currency: { soles: "PEN" }, period: { M: "month" } } },
    ).salary?.period,
  ).toBe("month");
  expect(pay({ min: 5, period: "year" }).warning).toBe("Pay is stated without a currency.");
  expect(pay({}).salary).toBeNull();
});
