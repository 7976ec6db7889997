import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx";

/** The platform's own select with our border and arrow; it needs a label from outside. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cx("relative inline-flex", className)}>
      <select
        {...rest}
        className="row-height w-full appearance-none rounded-control border border-line-strong bg-surface py-1 pr-8 pl-2.5 disabled:opacity-55"
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
