"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useEvidenceLink } from "./evidence-links";
import { useMentionNotes } from "./mention-notes";
import { NotedMark } from "./noted-mark";

type LinkedMarkProps = { ids: string[]; className: string; label: string; lead: boolean; children: ReactNode };

/** Highlighted words. The lead mark of an id scrolls into view when its line in the checklist is chosen. */
export function LinkedMark({ ids, className, label, lead, children }: LinkedMarkProps) {
  const mark = useRef<HTMLElement>(null);
  const { isLit, reveal, hover, leave } = useEvidenceLink(ids);
  const notes = useMentionNotes(ids);
  useEffect(() => {
    if (lead && isLit && reveal) mark.current?.scrollIntoView({ block: "nearest" });
  }, [lead, isLit, reveal]);
  if (notes.length > 0)
    return (
      <NotedMark
        mark={mark}
        notes={notes}
        className={className}
        isLit={isLit}
        lead={lead}
        onHover={hover}
        onLeave={leave}
      >
        {children}
      </NotedMark>
    );
  return (
    <mark
      ref={mark}
      className={className}
      title={label === "" ? undefined : label}
      data-lit={isLit}
      onMouseEnter={hover}
      onMouseLeave={leave}
    >
      {children}
    </mark>
  );
}
