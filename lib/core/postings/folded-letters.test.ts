import { expect, test } from "vitest";
import { isLetterAt, isLetterOrDigitAt } from "./folded-letters";

test.each([
  ["a", true, true],
  ["Z", true, true],
  ["ж", true, true],
  ["7", false, true],
  ["٣", false, true],
  ["-", false, false],
  ["•", false, false],
  ["", false, false],
])("%j: a letter %j, a letter or a digit %j", (sign, isLetter, isEither) => {
  expect([isLetterAt(sign, 0), isLetterOrDigitAt(sign, 0)]).toEqual([isLetter, isEither]);
});

test("a letter of two units is one at its first, and neither half of it is told alone", () => {
  expect([isLetterAt("\ud835\udc9c", 0), isLetterAt("\ud835\udc9c", 1)]).toEqual([true, false]);
  expect([isLetterOrDigitAt("\ud835\udc9c", 0), isLetterOrDigitAt("\ud835\udc9c", 1)]).toEqual([false, false]);
});
