import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { formatBytes } from "@/components/forms/format-bytes";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { ExternalLink, TextLink } from "@/components/ui/text-link";
import { AppError } from "@/lib/core/kernel/app-error";
import { requireAdmin } from "@/lib/entry/require-user";
import { getRawDocument, type RawDocumentView } from "@/lib/services/runs/get-raw-document";
import { RawText } from "./_components/raw-text";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string): Promise<RawDocumentView> => {
  const { ctx } = await requireAdmin();
  try {
    return await getRawDocument(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.raw");
  return { title: t("title") };
}

async function Facts({ document }: { document: RawDocumentView }) {
  const [t, format, locale] = await Promise.all([getTranslations("admin.raw"), getFormatter(), getLocale()]);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "medium" });
  const facts = [
    { name: t("address"), value: <ExternalLink href={document.url}>{document.url}</ExternalLink> },
    {
      name: t("source"),
      value: <TextLink href={`/admin/sources/${encodeURIComponent(document.sourceId)}`}>{document.sourceId}</TextLink>,
    },
    { name: t("fetchedAt"), value: moment(document.fetchedAt) },
    { name: t("status"), value: document.status ?? "–" },
    { name: t("type"), value: document.contentType ?? "–" },
    { name: t("size"), value: formatBytes(document.bytes, locale) },
    { name: t("hash"), value: <code className="font-mono text-xs break-all">{document.hash}</code> },
  ];
  return (
    <Card title={t("facts")}>
      <dl className="grid gap-x-6 gap-y-1 phone:grid-cols-[10rem_1fr]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular min-w-0 wrap-anywhere max-phone:mb-2">{value}</dd>
          </div>
        ))}
      </dl>
      {document.provenance === null || document.provenance === undefined ? null : (
        <div className="mt-3">
          <Disclosure summary={t("provenance")}>
            <pre className="rounded-card border bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap">
              {JSON.stringify(document.provenance, null, 2)}
            </pre>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

export default async function RawDocumentPage({ params }: Props) {
  const document = await load((await params).id);
  const [t, format] = await Promise.all([getTranslations("admin.raw"), getFormatter()]);
  return (
    <div className="flex max-w-page flex-col gap-5">
      <div className="-mb-5">
        <PageHeader title={t("title")} facts={[t("lead")]} backHref="/admin/runs" />
      </div>
      <Facts document={document} />
      {document.absent === null ? null : (
        <Banner inside tone={document.absent === "purged" || document.absent === "too_large" ? "info" : "bad"}>
          {t(`absent.${document.absent}`, {
            when:
              document.purgedAt === null
                ? "–"
                : format.dateTime(new Date(document.purgedAt), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </Banner>
      )}
      {document.text === null ? null : <RawText text={document.text} truncated={document.truncated} />}
    </div>
  );
}
