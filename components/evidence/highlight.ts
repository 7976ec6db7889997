import type { Span } from "@/lib/core/kernel/span";
import type { EvidenceStatus } from "@/lib/core/matching/match-types";
import type { SkillKind } from "@/lib/core/skills/skill-types";

export type HighlightLook = EvidenceStatus | SkillKind;

/** A stretch to highlight. Highlights with the same `id`, in any text of the same provider, light up together. */
export type Highlight = Span & { id: string; look: HighlightLook; label: string };

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
};
