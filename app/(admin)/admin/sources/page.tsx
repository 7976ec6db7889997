import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAdmin } from "@/lib/entry/require-user";
import { listSources } from "@/lib/services/sources/list-sources";
import { PasteField } from "./_components/paste-field";
import { SourcesView } from "./_components/sources-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.sources");
  return { title: t("title") };
}

export default async function SourcesPage() {
  const { ctx } = await requireAdmin();
  const [t, sources] = await Promise.all([getTranslations("admin.sources"), listSources(ctx)]);
  const open = sources.reduce((sum, source) => sum + source.open, 0);
  const on = sources.filter((source) => source.enabled).length;
  return (
    <>
      <PageHeader
        title={t("title")}
        facts={[t("count", { count: sources.length }), t("on", { count: on }), t("open", { count: open })]}
        action={
          <ButtonLink href="/admin/sources/new" variant="primary">
            <Plus aria-hidden className="size-4" />
            {t("add")}
          </ButtonLink>
        }
      >
        <PasteField />
      </PageHeader>
      {sources.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/admin/sources/new">{t("add")}</ButtonLink>}>
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <SourcesView sources={sources} now={ctx.wallNow()} />
      )}
    </>
  );
}
