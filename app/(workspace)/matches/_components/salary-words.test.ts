import { expect, test } from "vitest";
import { salaryAmounts } from "./salary-words";

const salary = { min: 80_000, max: 95_500, currency: "USD", period: "year" } as const;
const plain = (text: string | null) => text?.replace(/\s/gu, " ");

test("a range is two short amounts, a single amount is one", () => {
  const { from, to } = salaryAmounts(salary, "en");
  expect([plain(from), plain(to)]).toEqual(["USD 80K", "USD 95.5K"]);
  expect(salaryAmounts({ ...salary, max: 80_000 }, "en").to).toBeNull();
});

test("a currency that is none does not break the page", () => {
  expect(plain(salaryAmounts({ ...salary, currency: "dollars" }, "en").from)).toContain("80K");
});
