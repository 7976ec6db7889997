"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

export type MatchPane = { id: string; label: string; content: ReactNode };

/**
 * Three panes side by side on a wide screen, each scrolling by itself so that lit words can be brought into view; tabs on a
 * narrow one. The content is in the page once.
 */
export function MatchPanes({ label, panes }: { label: string; panes: readonly MatchPane[] }) {
  const [shown, setShown] = useState(0);
  const base = useId();
  const tabs = useRef<(HTMLButtonElement | null)[]>([]);

  const walk = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (shown + step + panes.length) % panes.length;
    setShown(next);
    tabs.current[next]?.focus();
  };

  return (
    <div>
      <div role="tablist" aria-label={label} className="mb-4 flex gap-5 border-b rail:hidden">
        {panes.map((pane, index) => (
          <button
            key={pane.id}
            ref={(node) => {
              tabs.current[index] = node;
            }}
            type="button"
            role="tab"
            id={`${base}-tab-${pane.id}`}
            aria-controls={`${base}-${pane.id}`}
            aria-selected={index === shown}
            tabIndex={index === shown ? 0 : -1}
            onKeyDown={walk}
            onClick={() => setShown(index)}
            className="row-height -mb-px border-b-2 border-transparent px-0.5 text-muted hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
          >
            {pane.label}
          </button>
        ))}
      </div>
      <div className="grid gap-5 rail:grid-cols-[minmax(0,24rem)_minmax(0,1fr)_minmax(0,1fr)]">
        {panes.map((pane, index) => (
          <section
            key={pane.id}
            id={`${base}-${pane.id}`}
            aria-label={pane.label}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
            tabIndex={0}
            className={cx(
              "min-w-0 rounded-card border bg-surface rail:block rail:max-h-[calc(100dvh-7rem)] rail:overflow-y-auto",
              index === shown ? "block" : "hidden",
            )}
          >
            <h2 className="sticky top-0 z-10 rounded-t-card border-b bg-surface px-4 py-2.5 text-base font-semibold max-rail:sr-only">
              {pane.label}
            </h2>
            <div className="p-4">{pane.content}</div>
          </section>
        ))}
      </div>
    </div>
  );
}
