import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { readTheme } from "@/components/layout/read-theme";
import { ButtonLink } from "@/components/ui/button";
import { readSessionCookie } from "@/lib/entry/session-cookie";

export default async function NotFound() {
  const [t, theme, session] = await Promise.all([getTranslations("errors"), readTheme(), readSessionCookie()]);
  return (
    <PublicShell theme={theme} signedIn={session !== null}>
      <div className="flex flex-col items-start gap-3 py-16">
        <h1 className="text-xl">{t("notFoundTitle")}</h1>
        <p className="max-w-measure text-muted">{t("notFoundBody")}</p>
        <ButtonLink href="/" className="mt-3">
          {t("home")}
        </ButtonLink>
      </div>
    </PublicShell>
  );
}
