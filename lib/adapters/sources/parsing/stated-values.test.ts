import { expect, test } from "vitest";
import { readEmploymentTypes, readWorkplace } from "./employment-type";
import { decodeEntities, plainField, statedText } from "./plain-text";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readAmount, readAmountRange, readCurrency, readPayPeriod, readPayPhrase } from "./stated-pay";

test.each([
  ["2026-02-28", "2026-02-28"],
  ["2026/2/3", "2026-02-03"],
  ["20260203", "2026-02-03"],
  ["2026-02-03T09:30:00", "2026-02-03"],
  ["2026-02-03T09:30:00Z", "2026-02-03T09:30:00Z"],
  ["2026-02-03 9:30 -0500", "2026-02-03T09:30:00-05:00"],
  ["2026-02-03T09:30:00.123+00:00", "2026-02-03T09:30:00.123+00:00"],
  ["25/12/2025", "2025-12-25"],
  ["12-25-2025", "2025-12-25"],
  ["07/07/2025", "2025-07-07"],
  ["07/08/2025", null],
  ["3 de enero de 2026", "2026-01-03"],
  ["January 3rd, 2026", "2026-01-03"],
  ["Sat, 03 Jan 2026 10:00:00 GMT", "2026-01-03"],
  ["Sat Jan 03 02:00:00 UTC 2026", "2026-01-03"],
  ["Sat Jan 03 2026 02:00:00 GMT-0500 (EST)", "2026-01-03"],
  [1767398400, "2026-01-03T00:00:00.000Z"],
  ["1767398400000", "2026-01-03T00:00:00.000Z"],
  ["2025-02-29", null],
  ["2025-13-01", null],
  ["0001-01-01", null],
  ["hace 3 días", null],
  ["", null],
  [null, null],
  [Number.NaN, null],
  [{}, null],
])("the date %j is %j", (value, expected) => {
  expect(parseStatedDate(value)).toBe(expected);
});

test.each([
  ["60,000", 60_000],
  ["60.000", 60_000],
  ["60.000,50", 60_000.5],
  ["1 500 000", 1_500_000],
  ["60k", 60_000],
  ["$45.5", 45.5],
  ["0", null],
  [-3, null],
  ["a lot", null],
  [true, null],
])("the amount %j is %j", (value, expected) => {
  expect(readAmount(value)).toBe(expected);
});

test("a range keeps its order and its thousands", () => {
  expect(readAmountRange("60-80k")).toEqual({ min: 60_000, max: 80_000 });
  expect(readAmountRange("de 3.000 a 2.500")).toEqual({ min: 2500, max: 3000 });
  expect(readAmountRange("competitive")).toBeNull();
});

test.each([
  ["HOUR", "hour"],
  ["per hour", "hour"],
  ["HR", "hour"],
  ["día", "day"],
  ["WEEKLY", "week"],
  ["semanal", "week"],
  ["MON", "month"],
  ["al mes", "month"],
  ["ANNUALLY", "year"],
  ["por año", "year"],
  ["P1Y", "year"],
  ["x", null],
  [3, null],
])("the period %j is %j", (value, expected) => {
  expect(readPayPeriod(value)).toBe(expected);
});

test("a bare dollar sign is no currency; a code or a clear sign is", () => {
  expect(["$", "USD", "us$ 5", "€", "XYZ", "£9", null].map(readCurrency)).toEqual([
    null,
    "USD",
    "USD",
    "EUR",
    null,
    "GBP",
    null,
  ]);
});

test("pay without a period is a warning, not a guess", () => {
  expect(readPayPhrase("EUR 30.000")).toEqual({ salary: null, warning: "Pay is stated without a period." });
});

test("employment types and workplaces are read from codes, words and URLs in both languages", () => {
  expect(readEmploymentTypes(["FULL_TIME", "https://schema.org/PART_TIME", "Full-time"])).toEqual([
    "full_time",
    "part_time",
  ]);
  expect(readEmploymentTypes("Tiempo completo, Contrato por obra")).toEqual(["full_time", "contract"]);
  expect(readEmploymentTypes("INTERN")).toEqual(["internship"]);
  expect(
    ["Částečný úvazek", "Plný úvazek", "Vollzeit", "Temps plein", "Tempo integral", "Estágio", "Stage"].map(
      (word) => readEmploymentTypes(word)[0],
    ),
  ).toEqual(["part_time", "full_time", "full_time", "full_time", "full_time", "internship", "internship"]);
  expect(readEmploymentTypes(["Early stage startup", "Comercio Internacional", "Contemporary"])).toEqual([]);
  expect(readEmploymentTypes({ a: 1 })).toEqual([]);
  expect(["TELECOMMUTE", "Híbrido", "Presencial", "", undefined].map(readWorkplace)).toEqual([
    "remote",
    "hybrid",
    "onsite",
    null,
    null,
  ]);
});

test("entities are decoded once in texts, and fields become plain", () => {
  expect(decodeEntities("a &lt;b&gt; &amp;amp; &eacute; <i>")).toBe("a <b> &amp; é <i>");
  expect(plainField(" <b>Senior</b>&nbsp; cook ")).toBe("Senior cook");
  expect(plainField("C++ < Java & R")).toBe("C++ < Java & R");
  expect([plainField(""), plainField({}), plainField(5)]).toEqual([null, null, "5"]);
  expect(statedText("Salt &amp; pepper")).toEqual({ description: "Salt & pepper", descriptionFormat: "text" });
  expect(statedText("&lt;p&gt;Salt&lt;/p&gt;")).toEqual({ description: "<p>Salt</p>", descriptionFormat: "html" });
});
