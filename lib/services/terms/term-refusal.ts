import { AppError, type AppErrorCode } from "@/lib/core/kernel/app-error";
import type { NamedSkill } from "./named-skill";

/** Why a decision on a term cannot stand, for whoever says it in another language. */
export type TermRefusal =
  | { reason: "name_taken" | "id_taken"; name: string; owner: NamedSkill }
  | { reason: "unknown_family" | "unknown_skill" | "unusable_name" | "not_open"; name: string };

const CODES: Readonly<Record<TermRefusal["reason"], AppErrorCode>> = {
  name_taken: "conflict",
  id_taken: "conflict",
  not_open: "conflict",
  unknown_family: "invalid_input",
  unknown_skill: "invalid_input",
  unusable_name: "invalid_input",
};

function wordsOf(refusal: TermRefusal): string {
  const { name } = refusal;
  switch (refusal.reason) {
    case "name_taken":
      return `"${name}" is a name of ${refusal.owner.id} already.`;
    case "id_taken":
      return `"${name}" would have the id of "${refusal.owner.labels.en}", ${refusal.owner.id}; add the term to it as an alias.`;
    case "unknown_family":
      return `There is no family "${name}".`;
    case "unknown_skill":
      return `There is no skill ${name}.`;
    case "unusable_name":
      return `"${name}" cannot be the name of a skill: it has no letter from A to Z and no digit.`;
    case "not_open":
      return `"${name}" is no candidate, or it was added to the taxonomy before.`;
  }
}

/** The stop of a decision on a term. */
export class TermRefusedError extends AppError {
  readonly refusal: TermRefusal;

  constructor(refusal: TermRefusal) {
    super(CODES[refusal.reason], wordsOf(refusal));
    this.refusal = refusal;
  }
}
