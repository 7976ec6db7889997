import { useTranslations } from "next-intl";
import { StackedBar } from "@/components/ui/stacked-bar";
import type { MatchParts, Weights } from "@/lib/core/matching/match-types";

const FACTORS = ["skills", "experience", "keywords"] as const;

/** The parts of a score, each against its weight; the boost stands beside them. */
export function ScoreParts({
  match,
  compact = false,
}: {
  match: { parts: MatchParts; weights: Weights };
  compact?: boolean;
}) {
  const part = useTranslations("vocabulary.part");
  const parts = FACTORS.filter((id) => match.weights[id] > 0).map((id) => ({
    id,
    label: part(id),
    value: match.parts[id],
    max: match.weights[id],
  }));
  return <StackedBar parts={parts} boost={match.parts.semantic} compact={compact} />;
}
