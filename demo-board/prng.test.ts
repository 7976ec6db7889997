import { describe, expect, it } from "vitest";
import { createPrng } from "./prng";

describe("the seeded generator", () => {
  it("repeats itself for a seed", () => {
    const draw = (seed: number) => {
      const prng = createPrng(seed);
      return Array.from({ length: 20 }, prng.next);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("stays in its ranges and reaches their ends", () => {
    const prng = createPrng(3);
    const drawn = Array.from({ length: 500 }, () => prng.int(2, 5));
    expect([...new Set(drawn)].sort()).toEqual([2, 3, 4, 5]);
    expect(prng.chance(0)).toBe(false);
    expect(prng.chance(1)).toBe(true);
  });

  it("draws by weight and never an item without any", () => {
    const prng = createPrng(4);
    const drawn = Array.from({ length: 1000 }, () =>
      prng.weighted(["no", "seldom", "often"], (item) => (item === "no" ? 0 : item === "seldom" ? 1 : 9)),
    );
    expect(drawn).not.toContain("no");
    const often = drawn.filter((item) => item === "often").length;
    expect(often).toBeGreaterThan(850);
    expect(often).toBeLessThan(950);
  });

  it("refuses to pick from nothing", () => {
    expect(() => createPrng(5).pick([])).toThrow(RangeError);
    expect(() => createPrng(5).weighted(["a"], () => 0)).toThrow(RangeError);
  });
});
