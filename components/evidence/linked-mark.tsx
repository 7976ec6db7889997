"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useEvidenceLink } from "./evidence-links";

type LinkedMarkProps = { ids: string[]; className: string; label: string; lead: boolean; children: ReactNode };

/** Highlighted words. The lead mark of an id scrolls into view when its line in the checklist is chosen. */
export function LinkedMark({ ids, className, label, lead, children }: LinkedMarkProps) {
  const mark = useRef<HTMLElement>(null);
  const { isLit, reveal, hover, leave } = useEvidenceLink(ids);
  useEffect(() => {
    if (lead && isLit && reveal) mark.current?.scrollIntoView({ block: "nearest" });
  }, [lead, isLit, reveal]);
  return (
    <mark ref={mark} className={className} title={label} data-lit={isLit} onMouseEnter={hover} onMouseLeave={leave}>
      {children}
    </mark>
  );
}
