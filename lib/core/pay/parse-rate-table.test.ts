import { expect, test } from "vitest";
import { parseRateTable } from "./parse-rate-table";

const context = {
  day: "2026-11-20",
  today: "2026-11-22",
  known: new Map([
    ["USD", 1],
    ["MXN", 0.053],
    ["EUR", 1.17],
    ["COP", 0.000245],
  ]),
};
const reasons = (text: string) =>
  parseRateTable(text, context).bad.map(({ line, reason }) => `${String(line)} ${reason}`);

test("lines of currency and rate, with or without a heading and days of their own", () => {
  const { rates, bad } = parseRateTable("\ufeffcurrency,usd,day\r\nMXN,0.0541\n\neur, 1.16 ,2026-11-19\n", context);
  expect(bad).toEqual([]);
  expect(rates).toEqual([
    { currency: "MXN", day: "2026-11-20", usd: 0.0541 },
    { currency: "EUR", day: "2026-11-19", usd: 1.16 },
  ]);
});

test("semicolons and tabs come with decimal commas, and quotes fall away", () => {
  expect(parseRateTable('moneda;usd\n"MXN";0,0541\nCOP\t2.5e-4', context).rates.map(({ usd }) => usd)).toEqual([
    0.0541, 0.00025,
  ]);
});

test("each line that is no rate is named with its reason, and the others count", () => {
  const text =
    "MXN,0.05\nMXN\nXXX,1\nEUR,abc\nEUR,-1\nEUR,1.1,2026-13-01\nEUR,1.1,2026-11-23\nMXN,0.06\nCOP,4100\nUSD,2";
  expect(reasons(text)).toEqual([
    "2 not_two_fields",
    "3 bad_currency",
    "4 bad_number",
    "5 bad_number",
    "6 bad_day",
    "7 ahead",
    "8 twice",
    "9 upside_down",
    "10 bad_number",
  ]);
  expect(parseRateTable(text, context).rates).toHaveLength(1);
});

test("a hostile text is read to a bound", () => {
  expect(parseRateTable(",\n".repeat(100_000), context).bad.length).toBeLessThanOrEqual(5000);
  expect(parseRateTable("constructor,1\n__proto__,1", context).rates).toEqual([]);
});
