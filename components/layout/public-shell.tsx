import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { LanguageSwitch } from "./language-switch";
import { Mark } from "./mark";
import { CONTENT_ID, SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

type PublicShellProps = {
  theme: Theme;
  /** Whoever is signed in is led back to their pages instead of to the door. */
  signedIn?: boolean;
  children: ReactNode;
};

/** The frame of the pages that need no account: landing, sign-in, about the data, privacy, errors. */
export function PublicShell({ theme, signedIn = false, children }: PublicShellProps) {
  const t = useTranslations("shell");
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 phone:px-8">
      <SkipLink />
      <header className="flex h-16 items-center gap-2">
        <Link href="/" aria-label={t("home")} className="mr-auto flex items-center gap-2.5">
          <Mark className="size-7 text-accent" />
          <span className="text-md font-semibold tracking-tight">Atalaya</span>
        </Link>
        <LanguageSwitch />
        <ThemeSwitch initial={theme} />
        <ButtonLink href={signedIn ? "/overview" : "/sign-in"} variant="ghost">
          {t(signedIn ? "page.overview" : "signIn")}
        </ButtonLink>
      </header>
      <main id={CONTENT_ID} tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <footer className="mt-12 flex flex-wrap items-center gap-x-6 gap-y-2 border-t py-5 text-sm text-muted">
        <Link href="/about-the-data" className="hover:text-ink">
          {t("footer.data")}
        </Link>
        <Link href="/privacy" className="hover:text-ink">
          {t("footer.privacy")}
        </Link>
        <span className="phone:ml-auto">{t("footer.licence")}</span>
      </footer>
    </div>
  );
}
