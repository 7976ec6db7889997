import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { requireAdmin } from "@/lib/entry/require-user";
import { newSource } from "@/lib/services/sources/edit-source";
import { SourceEditor } from "../_components/source-editor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.form");
  return { title: t("newTitle") };
}

export default async function NewSourcePage() {
  const { ctx } = await requireAdmin();
  const t = await getTranslations("admin.form");
  return (
    <div className="max-w-page">
      <PageHeader title={t("newTitle")} facts={[t("newLead")]} backHref="/admin/sources" />
      <SourceEditor source={newSource(ctx)} />
    </div>
  );
}
