import { expect, test } from "vitest";
import { readingShape } from "./reading-shape";

test("an empty reading is one that says nothing", () => {
  const facts = readingShape.parse({});
  expect(facts).toMatchObject({ salary: null, places: [], skillYears: [], sections: [], summary: null, evidence: {} });
});

test("a part in another form is unknown and leaves the others as they are", () => {
  const facts = readingShape.parse({
    seniority: "wizard",
    shift: "night",
    places: "Lima",
    eligibility: { countries: ["MX"], regions: ["moon"], timeZones: null },
    education: "bachelor",
    drivingLicence: { classes: ["B"], isRequired: true },
    workPermit: "sponsored",
    grounds: { shift: { confidence: 0.9, method: "text" }, salary: "by hand" },
    evidence: { shift: [{ field: "text", start: 3, end: 8, text: "noche" }], salary: [{ text: "no span" }] },
  });
  expect(facts).toMatchObject({
    seniority: null,
    shift: "night",
    places: [],
    eligibility: null,
    education: "bachelor",
    drivingLicence: { classes: ["B"], isRequired: true },
    workPermit: "sponsored",
    grounds: { shift: { confidence: 0.9, method: "text" }, salary: null },
    evidence: { shift: [{ field: "text", start: 3, end: 8, text: "noche" }], salary: [] },
  });
});

test("what is no reading at all is refused", () => {
  expect(readingShape.safeParse(null).success).toBe(false);
  expect(readingShape.safeParse("read").success).toBe(false);
});
