"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef } from "react";

const ITEMS = "[data-list-item]";

/**
 * Makes a list walkable with j and k from anywhere on the page. Mark the link of each row with `data-list-item`: Enter then
 * opens it by itself. Keys typed into a field, or together with a modifier, are left alone.
 */
export function ListKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const walk = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event)) return;
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      const items = [...(root.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
      if (step === 0 || items.length === 0) return;
      event.preventDefault();
      const at = items.findIndex((item) => item === document.activeElement);
      const next = at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + step));
      items[next]?.focus();
    };
    document.addEventListener("keydown", walk);
    return () => document.removeEventListener("keydown", walk);
  }, []);
  return <div ref={root}>{children}</div>;
}

function isTyping(
  event: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey"> & { target: EventTarget | null },
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return (
    event.target instanceof HTMLElement &&
    event.target.closest("input, textarea, select, [contenteditable], [role=menu], [role=dialog]") !== null
  );
}
