import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { PageHeader } from "@/components/layout/page-header";
import { readTheme } from "@/components/layout/read-theme";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DEFAULT_WEIGHTS } from "@/lib/core/matching/weights";
import { requireUser } from "@/lib/entry/require-user";
import { listApiTokens } from "@/lib/services/accounts/api-tokens";
import { listConnections } from "@/lib/services/accounts/connections";
import { listSessions } from "@/lib/services/accounts/sessions";
import { areSignUpsOpen } from "@/lib/services/accounts/sign-ups";
import { AdminCard } from "./_components/admin-card";
import { ConnectionList } from "./_components/connection-list";
import { DeleteForm } from "./_components/delete-form";
import { PasswordForm } from "./_components/password-form";
import { ProfileForm } from "./_components/profile-form";
import { SessionList } from "./_components/session-list";
import { TokenForm } from "./_components/token-form";
import { TokenList } from "./_components/token-list";
import { WeightsForm } from "./_components/weights-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const { ctx, user } = await requireUser("/settings");
  const t = await getTranslations("settings");
  const [sessions, connections, tokens, open, theme] = await Promise.all([
    listSessions(ctx),
    listConnections(ctx),
    listApiTokens(ctx),
    areSignUpsOpen(ctx),
    readTheme(),
  ]);
  return (
    <>
      <PageHeader title={t("title")} facts={[user.email, t(`profile.roles.${user.role}`)]} />
      <div className="flex max-w-2xl flex-col gap-5">
        <Card title={t("profile.title")}>
          <ProfileForm name={user.name ?? ""} />
        </Card>
        <Card title={t("look.title")}>
          <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
            <span className="flex items-center gap-2">
              {t("look.language")} <LanguageSwitch />
            </span>
            <span className="flex items-center gap-2">
              {t("look.theme")} <ThemeSwitch initial={theme} />
            </span>
          </div>
        </Card>
        <Card title={t("weights.title")}>
          <WeightsForm
            weights={user.weights ?? DEFAULT_WEIGHTS}
            defaults={DEFAULT_WEIGHTS}
            isOwn={user.weights !== null}
          />
        </Card>
        <Card title={t("password.title")}>
          <PasswordForm hasPassword={user.hasPassword} />
        </Card>
        <Card title={t("sessions.title")}>
          <SessionList sessions={sessions} />
        </Card>
        <Card title={t("connections.title")}>
          <ConnectionList connections={connections} />
        </Card>
        <Card title={t("tokens.title")}>
          <div className="flex flex-col gap-4">
            <p className="text-muted">{t("tokens.lead")}</p>
            <TokenList tokens={tokens} />
            <TokenForm />
          </div>
        </Card>
        {user.role === "admin" ? <AdminCard open={open} fixed={ctx.env.SIGNUPS === "closed"} /> : null}
        <Card title={t("export.title")}>
          <p className="mb-4 text-muted">{t("export.lead")}</p>
          <a href="/settings/export" download className={buttonClass()}>
            {t("export.download")}
          </a>
        </Card>
        <Card title={t("delete.title")}>
          <DeleteForm hasPassword={user.hasPassword} />
        </Card>
      </div>
    </>
  );
}
