import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels";

test("labels that are far apart stay where they are", () => {
  expect(spreadLabels([80, 10, 40], 14, 0, 100)).toEqual([80, 10, 40]);
});

test("labels at the same height are moved apart in their order", () => {
  expect(spreadLabels([50, 50], 14, 0, 100)).toEqual([50, 64]);
});

test("labels at the foot are pushed up and not out", () => {
  expect(spreadLabels([99, 98], 14, 0, 100)).toEqual([100, 86]);
});

test("where they fit, no two are nearer than the gap", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 7 }), (wanted) => {
      const placed = spreadLabels(wanted, 14, 0, 100).sort((a, b) => a - b);
      for (const [index, position] of placed.slice(1).entries())
        expect(position - (placed[index] ?? 0)).toBeGreaterThanOrEqual(14);
    }),
  );
});
