import { expect, test } from "vitest";
import { areaUnderCurve, type Closeness, separation } from "./embeddings";

const pair = (like: boolean, closeness: number): Closeness => ({ like, closeness, isEmbedded: true });

test("all like pairs closer than all unlike ones is 1, the other way round 0, and ties are chance", () => {
  expect(areaUnderCurve([pair(true, 0.9), pair(true, 0.4), pair(false, 0.3)])).toBe(1);
  expect(areaUnderCurve([pair(true, 0.1), pair(false, 0.2), pair(false, 0.3)])).toBe(0);
  expect(areaUnderCurve([pair(true, 0.5), pair(false, 0.5)])).toBe(0.5);
});

test("separation is the difference of the means", () => {
  expect(separation([pair(true, 0.8), pair(true, 0.6), pair(false, 0.1), pair(false, 0.3)])).toBeCloseTo(0.5);
});
