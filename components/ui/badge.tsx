import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "ok" | "warn" | "bad" | "info";

export const TONE_ICONS = { ok: CircleCheck, warn: TriangleAlert, bad: CircleX, info: Info } as const;

const TONE_CLASSES: Record<Tone, string> = {
  ok: "bg-ok-tint text-ok",
  warn: "bg-warn-tint text-warn",
  bad: "bg-bad-tint text-bad",
  info: "bg-sunken text-muted",
};

/** A status: an icon and a word, never colour alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = TONE_ICONS[tone];
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-control px-1.5 py-0.5 text-xs font-medium",
        TONE_CLASSES[tone],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}

/** A short fact. `hollow` is for what is missing, `current` for what is selected. */
export function Chip({ look = "plain", children }: { look?: "plain" | "hollow" | "current"; children: ReactNode }) {
  const looks = {
    plain: "border-transparent bg-sunken text-ink",
    hollow: "border-dashed border-line-strong text-muted",
    current: "border-accent bg-accent-tint text-ink",
  };
  return (
    <span className={cx("inline-flex min-h-5.5 items-center gap-1 rounded-control border px-1.5 text-xs", looks[look])}>
      {children}
    </span>
  );
}
