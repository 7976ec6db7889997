"use client";

import { Toaster as Sonner } from "sonner";

/** Where short notices appear. Ten seconds, because an undo is offered in them. */
export function Toaster({ theme }: { theme: "light" | "dark" | "system" }) {
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      duration={10_000}
      closeButton
      toastOptions={{ className: "floating" }}
    />
  );
}
