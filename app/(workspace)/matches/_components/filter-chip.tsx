"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { DropdownMenu, type MenuChoice, MenuChoices } from "@/components/ui/dropdown-menu";

type FilterChipProps = {
  name: string;
  value: string | null;
  choices: MenuChoice[];
  /** What the chosen value is called on the chip, without its count. */
  chosen: string | null;
  /** Where one is always chosen there is no way to choose none. */
  isFixed?: boolean;
  onChange: (value: string | null) => void;
};

const ANY = "";

/** One filter: its name, or its value once one is chosen. */
export function FilterChip({ name, value, choices, chosen, isFixed = false, onChange }: FilterChipProps) {
  const t = useTranslations("matches.filter");
  const isSet = chosen !== null;
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button size="sm" className={cx("max-w-full", isSet && "border-accent! bg-accent-tint!")}>
          <span className="truncate">{isSet ? t("chosen", { name, value: chosen }) : name}</span>
          <ChevronDown aria-hidden className="size-3.5 text-muted" />
        </Button>
      }
    >
      <MenuChoices
        value={value ?? ANY}
        choices={isFixed ? choices : [{ value: ANY, label: t("any") }, ...choices]}
        onChange={(given) => onChange(given === ANY ? null : given)}
      />
    </DropdownMenu>
  );
}
