import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

const DEMO_COMMAND = "npm run demo";

/** What an empty installation shows: three ways to begin. */
export function FirstRun({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations("overview.first");
  return (
    <div className="flex max-w-page flex-col gap-5">
      <div>
        <h1 className="text-xl">{t("title")}</h1>
        <p className="mt-1 text-muted">{t("lead")}</p>
      </div>
      <div className="grid gap-5 rail:grid-cols-3">
        <Card title={t("resumeTitle")}>
          <p className="mb-4 text-muted">{t("resumeBody")}</p>
          <ButtonLink href="/resumes" variant="primary">
            {t("resumeAction")}
          </ButtonLink>
        </Card>
        <Card title={t("sourcesTitle")}>
          <p className="mb-4 text-muted">{t(isAdmin ? "sourcesBody" : "sourcesAsk")}</p>
          {isAdmin ? <ButtonLink href="/admin/sources">{t("sourcesAction")}</ButtonLink> : null}
        </Card>
        <Card title={t("demoTitle")}>
          <p className="mb-4 text-muted">{t("demoBody")}</p>
          <code className="rounded-control border bg-sunken px-2 py-1 font-mono text-sm">{DEMO_COMMAND}</code>
        </Card>
      </div>
    </div>
  );
}
