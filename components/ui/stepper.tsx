import { Check, LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "./cx";

export type StepState = "done" | "current" | "waiting" | "failed";
export type Step = { id: string; label: string; state: StepState };

const DOTS: Record<StepState, string> = {
  done: "border-accent bg-accent-fill text-accent-on",
  current: "border-accent text-accent",
  waiting: "border-line-strong text-muted",
  failed: "border-bad bg-bad-tint text-bad",
};

/** Stages of one piece of work in order: received · read · matched. */
export function Stepper({ label, steps }: { label: string; steps: Step[] }) {
  const t = useTranslations("ui.step");
  return (
    <ol aria-label={label} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {steps.map(({ id, label: name, state }, index) => (
        <li key={id} aria-current={state === "current" ? "step" : undefined} className="flex items-center gap-2">
          {index > 0 ? <span aria-hidden className="h-px w-6 bg-line-strong" /> : null}
          <span
            aria-hidden
            className={cx("tabular grid size-5 place-items-center rounded-full border text-xs", DOTS[state])}
          >
            {stepMark(state, index)}
          </span>
          <span className={state === "waiting" ? "text-muted" : undefined}>{name}</span>
          <span className="sr-only">({t(state)})</span>
        </li>
      ))}
    </ol>
  );
}

function stepMark(state: StepState, index: number) {
  if (state === "done") return <Check className="size-3.5" />;
  if (state === "failed") return <X className="size-3.5" />;
  if (state === "current") return <LoaderCircle className="size-3.5 motion-safe:animate-spin" />;
  return index + 1;
}
