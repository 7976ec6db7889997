import type { Evidence } from "./match-types";

/** How many of the asked skills a résumé shows (stated or in prose), and how many it covers through a relative only. */
export type EvidenceCount = { asked: number; shown: number; partly: number };

/** Counts the skill lines of some evidence; years and seniority are not skills. */
export function countEvidence(evidence: readonly Evidence[]): EvidenceCount {
  const skills = evidence.filter(({ skillId }) => skillId !== null);
  return {
    asked: skills.length,
    shown: skills.filter(({ status }) => status === "met" || status === "prose").length,
    partly: skills.filter(({ status }) => status === "partly").length,
  };
}
