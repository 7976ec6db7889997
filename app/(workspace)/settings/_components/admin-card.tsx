import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { setSignUpsAction } from "../actions";
import { RowAction } from "./row-action";

/** What administrators set for the whole installation: who may sign up; and the way to the outbox. */
export function AdminCard({ open, fixed }: { open: boolean; fixed: boolean }) {
  const t = useTranslations("settings");
  return (
    <Card title={t("signUps.title")} aside={<TextLink href="/settings/outbox">{t("outbox.link")}</TextLink>}>
      <div className="flex items-center justify-between gap-4">
        <p className="text-muted">
          {t(open ? "signUps.open" : "signUps.closed")} {fixed ? t("signUps.fixed") : null}
        </p>
        {fixed ? null : (
          <RowAction action={setSignUpsAction} fields={{ open: open ? "false" : "true" }}>
            {t(open ? "signUps.close" : "signUps.reopen")}
          </RowAction>
        )}
      </div>
    </Card>
  );
}
