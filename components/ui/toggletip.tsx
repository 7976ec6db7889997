"use client";

import { Popover as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";

/** What is behind a word: shown while the pointer is over it, and opened and closed by pressing it, on a phone and with the keyboard. */
export function Toggletip({ label, text, children }: { label: string; text: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState<"pressed" | "hovered" | null>(null);
  return (
    <Radix.Root open={open !== null} onOpenChange={(next) => setOpen(next ? "pressed" : null)}>
      <Radix.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          className="rounded-control underline-offset-3 pointer-coarse:min-h-11"
          onPointerEnter={({ pointerType }) => {
            if (pointerType === "mouse") setOpen((now) => now ?? "hovered");
          }}
          onPointerLeave={() => setOpen((now) => (now === "hovered" ? null : now))}
        >
          {children}
        </button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          collisionPadding={16}
          onOpenAutoFocus={(event) => event.preventDefault()}
          className="floating z-50 max-w-80 px-3 py-2 text-sm wrap-anywhere"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
