"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { DropdownMenu, MenuItem, MenuLabel } from "@/components/ui/dropdown-menu";
import { NavIcon } from "./nav-icon";
import { currentItem, type NavGroup, type NavPage } from "./nav-items";

const FIRST: readonly NavPage[] = ["overview", "matches", "postings", "trends"];
const CELL = "flex min-h-14 flex-col items-center justify-center gap-1 text-xs";

/** The bar at the foot of a phone: the four pages used most, and the rest behind More. */
export function PhoneBar({ groups }: { groups: NavGroup[] }) {
  const t = useTranslations("shell");
  const current = currentItem(groups, usePathname());
  const all = groups.flatMap(({ items }) => items);
  const shown = FIRST.flatMap((page) => all.filter((item) => item.page === page));
  const rest = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => !shown.includes(item)) }))
    .filter(({ items }) => items.length > 0);
  return (
    <nav
      aria-label={t("nav")}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t bg-surface pb-[env(safe-area-inset-bottom)] phone:hidden"
    >
      {shown.map((item) => (
        <Link
          key={item.page}
          href={item.href}
          aria-current={item === current ? "page" : undefined}
          className={cx(CELL, item === current ? "font-medium text-accent" : "text-muted")}
        >
          <NavIcon page={item.page} className="size-5" />
          {t(`page.${item.page}`)}
        </Link>
      ))}
      {rest.length > 0 ? (
        <DropdownMenu
          trigger={
            <button
              type="button"
              className={cx(CELL, current && !shown.includes(current) ? "font-medium text-accent" : "text-muted")}
            >
              <Menu aria-hidden className="size-5" />
              {t("more")}
            </button>
          }
        >
          {rest.map((group) => (
            <div key={group.id}>
              <MenuLabel>{t(`group.${group.id}`)}</MenuLabel>
              {group.items.map((item) => (
                <MenuItem key={item.page} asChild>
                  <Link href={item.href}>
                    <NavIcon page={item.page} />
                    {t(`page.${item.page}`)}
                  </Link>
                </MenuItem>
              ))}
            </div>
          ))}
        </DropdownMenu>
      ) : null}
    </nav>
  );
}
