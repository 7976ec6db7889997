import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept } from "@/lib/core/skills/skill-types";
import { namedSkill } from "./named-skill";
import { TermRefusedError } from "./term-refusal";

/** Throws `conflict`, naming the concept, where one of them has the label in either language. */
export function refuseKnownLabel(concepts: readonly Concept[], label: string): void {
  const key = foldLabel(label);
  const owner = concepts.find(({ en, es }) => [...en, ...es].some((name) => foldLabel(name) === key));
  if (owner !== undefined) throw new TermRefusedError({ reason: "name_taken", name: label, owner: namedSkill(owner) });
}
