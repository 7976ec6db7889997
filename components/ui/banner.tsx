import type { ReactNode } from "react";
import { TONE_ICONS, type Tone } from "./badge";
import { cx } from "./cx";

const LOOKS: Record<Tone, string> = {
  info: "bg-sunken text-ink",
  ok: "bg-ok-tint text-ok",
  warn: "bg-warn-tint text-warn",
  bad: "bg-bad-tint text-bad",
};

/** One quiet line across the page: demo data, a source that is down. `inside` is the form for use within content. */
export function Banner({
  tone = "info",
  inside = false,
  action,
  children,
}: {
  tone?: Tone;
  inside?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  const Icon = TONE_ICONS[tone];
  return (
    <div
      className={cx(
        "flex min-h-9 items-center gap-2 px-4 py-1.5 text-sm",
        inside ? "rounded-card border" : "border-b",
        LOOKS[tone],
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <div className="grow">{children}</div>
      {action}
    </div>
  );
}
