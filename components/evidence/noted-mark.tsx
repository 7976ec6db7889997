"use client";

import { Popover as Radix } from "radix-ui";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import type { useMentionNotes } from "./mention-notes";

/** How long a note stays after the pointer has left the words, so that it can be reached, in ms. */
const LINGER = 200;

type NotedMarkProps = {
  mark: RefObject<HTMLElement | null>;
  notes: ReturnType<typeof useMentionNotes>;
  className: string;
  isLit: boolean;
  /** Only the first mention of a thing is a stop for the tabulator. */
  lead: boolean;
  onHover: () => void;
  onLeave: () => void;
  children: ReactNode;
};

/** Highlighted words with a note: shown while the pointer is over either, and pinned by pressing. */
export function NotedMark({ mark, notes, className, isLit, lead, onHover, onLeave, children }: NotedMarkProps) {
  const [open, setOpen] = useState<"pressed" | "hovered" | null>(null);
  const closing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = () => clearTimeout(closing.current);
  const linger = () => {
    keep();
    closing.current = setTimeout(() => setOpen((now) => (now === "hovered" ? null : now)), LINGER);
  };
  useEffect(() => keep, []);
  const press = () => {
    keep();
    setOpen((now) => (now === "pressed" ? null : "pressed"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press();
  };
  return (
    <Radix.Root open={open !== null} onOpenChange={(next) => setOpen(next ? "pressed" : null)}>
      <Radix.Anchor asChild>
        {/* biome-ignore lint/a11y/useSemanticElements: a button does not break over lines as words in a text must */}
        <span
          ref={mark}
          role="button"
          tabIndex={lead ? 0 : -1}
          aria-haspopup="dialog"
          aria-expanded={open !== null}
          className={cx(className, "cursor-pointer")}
          data-lit={isLit}
          onClick={press}
          onKeyDown={onKeyDown}
          onPointerEnter={({ pointerType }) => {
            if (pointerType !== "mouse") return;
            keep();
            onHover();
            setOpen((now) => now ?? "hovered");
          }}
          onPointerLeave={() => {
            onLeave();
            linger();
          }}
        >
          {children}
        </span>
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          aria-label={notes.map(({ title }) => title).join(" · ")}
          align="start"
          sideOffset={6}
          collisionPadding={16}
          onPointerEnter={keep}
          onPointerLeave={linger}
          onOpenAutoFocus={(event) => {
            if (open === "hovered") event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (document.activeElement === document.body) mark.current?.focus({ preventScroll: true });
          }}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && mark.current?.contains(event.target)) event.preventDefault();
          }}
          className="floating z-50 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 px-3 py-2.5 text-sm wrap-anywhere"
        >
          {notes.map(({ id, note }) => (
            <div key={id}>{note}</div>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
