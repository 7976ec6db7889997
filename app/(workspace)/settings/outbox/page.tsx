import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAdmin } from "@/lib/entry/require-user";
import { listOutbox } from "@/lib/services/accounts/outbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.outbox");
  return { title: t("title") };
}

export default async function OutboxPage() {
  const { ctx } = await requireAdmin("/settings/outbox");
  const [t, format, mails] = await Promise.all([getTranslations("settings.outbox"), getFormatter(), listOutbox(ctx)]);
  const moment = (at: Date) => `${format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })} UTC`;
  return (
    <>
      <PageHeader title={t("title")} facts={[t("lead")]} backHref="/settings" />
      {mails.length === 0 ? <EmptyState title={t("empty")} /> : null}
      <ul className="flex max-w-2xl flex-col gap-4">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Card
              title={mail.subject}
              aside={mail.sentAt === null ? t("waiting") : t("sent", { when: moment(mail.sentAt) })}
            >
              <p className="tabular mb-3 text-sm text-muted">
                {t("to")} {mail.recipient} · {t("at")} {moment(mail.createdAt)}
              </p>
              <p className="max-w-measure wrap-anywhere whitespace-pre-wrap">{mail.body}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}
