import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAdmin } from "@/lib/entry/require-user";
import { listSources } from "@/lib/services/sources/list-sources";
import { SourceTable } from "./_components/source-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.sources");
  return { title: t("title") };
}

export default async function SourcesPage() {
  const { ctx } = await requireAdmin();
  const [t, sources] = await Promise.all([getTranslations("admin.sources"), listSources(ctx)]);
  const open = sources.reduce((sum, source) => sum + source.open, 0);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("count", { count: sources.length }), t("open", { count: open })]} />
      {sources.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyBody")}</EmptyState>
      ) : (
        <SourceTable sources={sources} now={ctx.wallNow()} />
      )}
    </>
  );
}
