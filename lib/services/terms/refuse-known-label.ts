import { AppError } from "@/lib/core/kernel/app-error";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept } from "@/lib/core/skills/skill-types";

/** Throws `conflict`, naming the concept, where one of them has the label in either language. */
export function refuseKnownLabel(concepts: readonly Concept[], label: string): void {
  const key = foldLabel(label);
  const owner = concepts.find(({ en, es }) => [...en, ...es].some((name) => foldLabel(name) === key));
  if (owner !== undefined) throw new AppError("conflict", `"${label}" is a name of ${owner.id} already.`);
}
