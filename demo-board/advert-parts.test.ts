import { describe, expect, it } from "vitest";
import { drawSalary, placesFor, raised, withRequirement } from "./advert-parts";
import { loadDemoContent } from "./load-content";
import { createPrng } from "./prng";

const { descriptions, employers } = loadDemoContent();

describe("one more requirement", () => {
  it("joins the list that asks for something", () => {
    const body = "## Duties\n- cook\n## Requirements\n- knife\n- hat\n## Offer\n- soup";
    expect(withRequirement(body, "spoon")).toBe(
      "## Duties\n- cook\n## Requirements\n- knife\n- hat\n- spoon\n## Offer\n- soup",
    );
  });

  it("joins the last list but one where no heading asks, and becomes a paragraph without lists", () => {
    expect(withRequirement("- a\nText\n- b", "c")).toBe("- a\n- c\nText\n- b");
    expect(withRequirement("Text", "c")).toBe("Text\nc.");
  });

  it("is not stated twice", () => {
    expect(withRequirement("- spoon", "spoon")).toBe("- spoon");
  });
});

describe("the pay of an advert", () => {
  it("lies within the band of its currency, in round figures, lower abroad when paid in dollars", () => {
    const prng = createPrng(1);
    for (const description of descriptions) {
      for (const employer of employers) {
        for (const place of placesFor(description, employer)) {
          const salary = drawSalary(prng, description, employer, place);
          if (salary === null) continue;
          const [low, high, period] = description.payBand[employer.currency];
          expect(salary.period).toBe(period);
          expect(salary.min).toBeLessThanOrEqual(salary.max);
          expect(salary.min).toBeGreaterThanOrEqual(low * 0.55);
          expect(salary.max).toBeLessThanOrEqual(high * 1.05);
        }
      }
    }
  });

  it("is raised by a share at both ends", () => {
    const before = { min: 4_000_000, max: 6_000_000, currency: "COP", period: "month" } as const;
    expect(raised(before, 0.1)).toEqual({ ...before, min: 4_400_000, max: 6_600_000 });
  });
});

describe("the places of an advert", () => {
  it("have a city unless the work is remote", () => {
    for (const description of descriptions.filter((item) => item.workplace !== "remote")) {
      expect(
        employers.flatMap((employer) => placesFor(description, employer)).every((place) => place.city !== null),
      ).toBe(true);
    }
  });
});
