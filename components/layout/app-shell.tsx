import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import type { NavGroup } from "./nav-items";
import { NavRail } from "./nav-rail";
import { PhoneBar } from "./phone-bar";
import { SearchLink } from "./search-link";
import { CONTENT_ID, SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

type AppShellProps = {
  /** Only what exists, and only what this account may open. */
  nav: NavGroup[];
  homeHref: string;
  searchHref: string;
  account: AccountMenuProps;
  theme: Theme;
  isDemo: boolean;
  children: ReactNode;
};

/** The frame of every signed-in page: rail, top bar, demo banner, content, and the bar at the foot of a phone. */
export function AppShell({ nav, homeHref, searchHref, account, theme, isDemo, children }: AppShellProps) {
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <NavRail groups={nav} homeHref={homeHref} />
      <div className="flex min-w-0 grow flex-col">
        <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b bg-paper px-4 phone:gap-3 phone:px-6">
          <Link href={homeHref} aria-label={t("home")} className="phone:hidden">
            <Mark className="size-6 text-accent" />
          </Link>
          <SearchLink href={searchHref} />
          <div className="ml-auto flex items-center gap-1">
            <LanguageSwitch />
            <ThemeSwitch initial={theme} />
            <AccountMenu {...account} />
          </div>
        </header>
        {isDemo ? (
          <aside aria-label={t("notice")}>
            <Banner>{t("demo")}</Banner>
          </aside>
        ) : null}
        <main id={CONTENT_ID} tabIndex={-1} className="w-full grow px-4 pt-5 pb-24 outline-none phone:px-6 phone:pb-10">
          {children}
        </main>
      </div>
      <PhoneBar groups={nav} />
    </div>
  );
}
