import { useTranslations } from "next-intl";
import type { Band } from "@/lib/core/matching/match-types";
import { cx } from "./cx";

const FILLS: Record<Band, string> = {
  poor: "bg-score-1 text-score-on-1",
  weak: "bg-score-2 text-score-on-2",
  fair: "bg-score-3 text-score-on-3",
  good: "bg-score-4 text-score-on-4",
  great: "bg-score-5 text-score-on-5",
};

/** A score as number, word and step of the ramp. */
export function ScoreBadge({ score, band, size = "md" }: { score: number; band: Band; size?: "md" | "lg" }) {
  const word = useTranslations("vocabulary.band")(band);
  const spoken = useTranslations("ui")("score", { score, band: word });
  return (
    <span className="inline-flex items-center gap-2">
      <span className="sr-only">{spoken}</span>
      <span
        aria-hidden
        className={cx(
          "tabular grid place-items-center rounded-control font-semibold",
          size === "lg" ? "h-12 min-w-14 text-xl" : "h-6 min-w-8 px-1 text-base",
          FILLS[band],
        )}
      >
        {score}
      </span>
      <span aria-hidden className={size === "lg" ? "text-md font-semibold" : "text-sm font-medium"}>
        {word}
      </span>
    </span>
  );
}
