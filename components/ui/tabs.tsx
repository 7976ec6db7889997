"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

export type TabItem = { id: string; label: string; content: ReactNode };

/** Panels behind tabs; arrow keys move between them. `label` names the set for a screen reader. */
export function Tabs({ items, label, initial }: { items: TabItem[]; label: string; initial?: string }) {
  return (
    <Radix.Root defaultValue={initial ?? items[0]?.id ?? ""}>
      <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto border-b">
        {items.map(({ id, label: name }) => (
          <Radix.Trigger
            key={id}
            value={id}
            className="row-height -mb-px border-b-2 border-transparent px-0.5 whitespace-nowrap text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {name}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map(({ id, content }) => (
        <Radix.Content key={id} value={id} className="pt-4">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
