import type { Span } from "@/lib/core/kernel/span";
import type { EvidenceStatus } from "@/lib/core/matching/match-types";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import type { SkillKind } from "@/lib/core/skills/skill-types";

/** `quiet` shows nothing until it is lit. */
export type HighlightLook = EvidenceStatus | SkillKind | "quiet";

/** A stretch to highlight. Highlights with the same `id`, in any text of the same provider, light up together. */
export type Highlight = Span & {
  id: string;
  look: HighlightLook;
  label: string;
  /** How strongly it is asked for, where that is to be seen. */
  strength?: Requirement;
};

/** The class that draws each look; the pattern carries the meaning, the tint helps. */
export const LOOK_CLASSES: Record<HighlightLook, string> = {
  met: "ev ev-met",
  partly: "ev ev-partly",
  prose: "ev ev-prose",
  missing: "ev ev-missing",
  hard: "kind kind-hard",
  soft: "kind kind-soft",
  language: "kind kind-language",
  certification: "kind kind-certification",
  quiet: "rounded-control",
};

/** The class that draws each strength, beside that of the look: bold, plain, and without a ground. */
export const STRENGTH_CLASSES: Record<Requirement, string> = {
  required: "strength-required",
  preferred: "strength-preferred",
  mentioned: "strength-mentioned",
};
