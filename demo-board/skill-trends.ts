import type { Description, Extra } from "./content-schema";

/** The demand for these skills grows or shrinks over the demo's year; all others stay level. */
const RISING = new Set(["Rust", "Kubernetes", "LLM", "RAG", "dbt", "Playwright", "Energía solar", "Power BI"]);
const FALLING = new Set(["PHP", "jQuery", "Jenkins", "Selenium", "Angular", "Photoshop"]);

/** Whether adverts from a description grow more or less frequent. A rising skill outweighs a falling one. */
export function trendOf(description: Description): Extra["trend"] {
  if (description.skills.some((skill) => RISING.has(skill))) return "rising";
  return description.skills.some((skill) => FALLING.has(skill)) ? "falling" : "steady";
}

/** The relative frequency (1 is level) of a trend at a share (0 to 1) of the year that has passed. */
export function trendWeight(trend: Extra["trend"], progress: number): number {
  const share = Math.min(1, Math.max(0, progress));
  if (trend === "rising") return 0.35 + 1.75 * share;
  return trend === "falling" ? 1.9 - 1.65 * share : 1;
}
