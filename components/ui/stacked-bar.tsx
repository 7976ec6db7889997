import { useTranslations } from "next-intl";
import { cx } from "./cx";

/** One part of a score: its points, and the most it could give; null where it is unknown and dropped out. */
export type ScorePart = { id: string; label: string; value: number | null; max: number };

type StackedBarProps = { parts: ScorePart[]; boost: number | null; compact?: boolean };

const FILLS = ["bg-score-5", "bg-score-4", "bg-score-3", "bg-score-2"];

/**
 * The parts of a score in one bar: each slot is as wide as the part's weight and filled as far as it was earned.
 * The semantic boost is outside the sum and stands beside it.
 */
export function StackedBar({ parts, boost, compact = false }: StackedBarProps) {
  const t = useTranslations("ui");
  const sentence = (part: ScorePart) =>
    part.value === null
      ? t("partUnknown", { label: part.label })
      : t("partKnown", { label: part.label, value: part.value, max: part.max });
  return (
    <div>
      <div aria-hidden className={cx("flex w-full gap-0.5", compact ? "h-1.5" : "h-3")}>
        {parts.map((part, index) => (
          <div
            key={part.id}
            className={cx(
              "overflow-hidden rounded-xs border",
              part.value === null ? "border-dashed border-line-strong" : "border-line bg-sunken",
            )}
            style={{ flexGrow: part.max, flexBasis: 0 }}
          >
            <div className={cx("h-full", FILLS[index % FILLS.length])} style={{ width: `${filledPercent(part)}%` }} />
          </div>
        ))}
      </div>
      <ul aria-label={t("scoreParts")} className={compact ? "sr-only" : "mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm"}>
        {parts.map((part, index) => (
          <li key={part.id} className="tabular flex items-center gap-1.5">
            <span
              aria-hidden
              className={cx(
                "size-2.5 rounded-xs border",
                part.value === null ? "border-dashed border-line-strong" : FILLS[index % FILLS.length],
              )}
            />
            {sentence(part)}
          </li>
        ))}
        {boost === null ? null : <li className="tabular text-muted">{t("boost", { value: boost })}</li>}
      </ul>
    </div>
  );
}

function filledPercent({ value, max }: ScorePart): number {
  if (value === null || max <= 0) return 0;
  return Math.min(100, Math.max(0, (100 * value) / max));
}
