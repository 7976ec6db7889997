"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A menu that opens under its trigger. Fill it with MenuItem, MenuLabel and MenuSeparator. */
export function DropdownMenu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactNode;
  align?: "start" | "end";
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={6} className="floating z-50 min-w-44 p-1">
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ITEM =
  "row-height flex w-full items-center gap-2 rounded-control px-2 text-left outline-none data-highlighted:bg-accent-tint";

/** One choice. With `asChild` the child is the item: a link, or a form's button. */
export function MenuItem({
  onSelect,
  asChild = false,
  children,
}: {
  onSelect?: () => void;
  asChild?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Item asChild={asChild} {...(onSelect ? { onSelect } : {})} className={ITEM}>
      {children}
    </Radix.Item>
  );
}

export type MenuChoice = { value: string; label: string };

/** A group of which exactly one is chosen. */
export function MenuChoices({
  value,
  choices,
  onChange,
}: {
  value: string;
  choices: MenuChoice[];
  onChange: (value: string) => void;
}) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange}>
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} className={ITEM}>
          <span aria-hidden className="grid size-4 place-items-center rounded-full border border-line-strong">
            <Radix.ItemIndicator className="size-2 rounded-full bg-accent" />
          </span>
          {choice.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1.5 text-xs text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
