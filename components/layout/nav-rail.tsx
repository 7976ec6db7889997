"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Mark } from "./mark";
import { NavIcon } from "./nav-icon";
import { currentItem, type NavGroup } from "./nav-items";

/** The rail at the left: icons and words, icons only under 1100 px, absent on a phone. */
export function NavRail({ groups, homeHref }: { groups: NavGroup[]; homeHref: string }) {
  const t = useTranslations("shell");
  const current = currentItem(groups, usePathname());
  return (
    <nav
      aria-label={t("nav")}
      className="sticky top-0 hidden h-dvh w-13 shrink-0 flex-col border-r bg-sunken phone:flex rail:w-54"
    >
      <Link href={homeHref} aria-label={t("home")} className="flex h-14 items-center gap-2.5 px-3.5 rail:px-4">
        <Mark className="size-6 shrink-0 text-accent" />
        <span className="hidden text-md font-semibold tracking-tight rail:inline">Atalaya</span>
      </Link>
      <div className="flex grow flex-col gap-5 overflow-y-auto px-2 py-2">
        {groups.map((group) => (
          <div key={group.id}>
            <p className="hidden px-2 pb-1 text-xs text-muted rail:block">{t(`group.${group.id}`)}</p>
            <ul aria-label={t(`group.${group.id}`)} className="flex flex-col gap-0.5">
              {group.items.map((item) => {
                const word = t(`page.${item.page}`);
                const isCurrent = item === current;
                return (
                  <li key={item.page}>
                    <Link
                      href={item.href}
                      title={word}
                      aria-current={isCurrent ? "page" : undefined}
                      className={cx(
                        "row-height flex items-center gap-2.5 rounded-control px-2.5 max-rail:justify-center max-rail:px-0",
                        isCurrent ? "bg-accent-tint font-medium" : "text-muted hover:bg-line/50 hover:text-ink",
                      )}
                    >
                      <NavIcon page={item.page} className={cx("size-4 shrink-0", isCurrent && "text-accent")} />
                      <span className="max-rail:sr-only">{word}</span>
                      {item.count ? (
                        <span className="tabular ml-auto text-xs text-muted max-rail:sr-only">{item.count}</span>
                      ) : null}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
