"use client";

import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { useEvidenceLink } from "./evidence-links";

/** A line of a checklist that lights its words in the texts while it is hovered, and scrolls to them when it is chosen. */
export function EvidenceLine({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  const { isLit, hover, choose, leave } = useEvidenceLink([id]);
  return (
    <button
      type="button"
      data-line-lit={isLit}
      onMouseEnter={hover}
      onMouseLeave={leave}
      onFocus={choose}
      onBlur={leave}
      onClick={choose}
      className={cx(
        "w-full rounded-control px-2 py-1.5 text-left transition-colors pointer-coarse:min-h-11",
        isLit && "bg-accent-tint",
        className,
      )}
    >
      {children}
    </button>
  );
}
