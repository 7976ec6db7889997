import { expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { readPay } from "./read-pay";

const LENGTH = 100_000;
const PIECES = [
  "1",
  "1.",
  "1.000",
  ".000",
  "$",
  "$1 ",
  "$1-",
  "$ 1 a ",
  "1 0. 0 0 0 ",
  "1 000 ",
  "salary ",
  "salary: ",
  "salary: $90,000 ",
  "sueldo $900\n",
  "\n\n$900\n",
  "$50,000 per year, per ",
  "$50,000 of of of ",
  "$50,000 or a an annual ",
  "up to $",
  "£1<",
  "£1<b>",
  "<",
  "k",
  "1k",
  "$5k bonus ",
  "bonus ",
  "',",
  "$1'000.",
  "q 4,000 ",
];

test.each(PIECES)(
  "a hundred thousand characters of %j are read to the end, with evidence that lies inside",
  (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    const field = { field: "text" as const, text, fold: foldText(text) };
    const found = readPay({
      title: { ...field, field: "title", text: "", fold: foldText("") },
      text: field,
      lang: "en",
      country: "US",
    });
    for (const { start, end } of found?.evidence ?? []) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(LENGTH);
    }
  },
);
