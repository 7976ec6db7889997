import type { Band, EvidenceStatus } from "@/lib/core/matching/match-types";
import type { Requirement } from "@/lib/core/postings/posting-fields";

type ExampleRequirement = {
  id: "years" | "excel" | "sap" | "powerbi" | "routes";
  strength: Requirement;
  status: EvidenceStatus;
  isRelated: boolean;
};

/** The invented requirements of the example on the landing page. */
export const EXAMPLE_REQUIREMENTS: readonly ExampleRequirement[] = [
  { id: "years", strength: "required", status: "met", isRelated: false },
  { id: "excel", strength: "required", status: "met", isRelated: false },
  { id: "sap", strength: "required", status: "partly", isRelated: true },
  { id: "routes", strength: "preferred", status: "prose", isRelated: false },
  { id: "powerbi", strength: "preferred", status: "missing", isRelated: false },
];

/** The invented points of the example, under the default weights. */
export const EXAMPLE_PARTS = [
  { id: "skills", value: 36, max: 50 },
  { id: "experience", value: 30, max: 30 },
  { id: "keywords", value: 12.5, max: 20 },
] as const;

export const EXAMPLE_BOOST = 2.4;

/** The example's total, summed from its parts so that the picture cannot contradict itself. */
export function exampleScore(): { score: number; band: Band } {
  const sum = EXAMPLE_PARTS.reduce((total, { value }) => total + value, EXAMPLE_BOOST);
  return { score: Math.round(sum), band: "great" };
}
