import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { AppError } from "@/lib/core/kernel/app-error";
import { requireAdmin } from "@/lib/entry/require-user";
import { type EditableSource, getSource } from "@/lib/services/sources/edit-source";
import { SourceEditor } from "../_components/source-editor";

type Props = { params: Promise<{ id: string }> };

const load = cache(async (id: string): Promise<EditableSource> => {
  const { ctx } = await requireAdmin();
  try {
    return await getSource(ctx, decodeURIComponent(id));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (error instanceof URIError) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).form.name };
}

export default async function SourcePage({ params }: Props) {
  const source = await load((await params).id);
  const t = await getTranslations("admin.form");
  return (
    <div className="max-w-page">
      <PageHeader
        title={source.form.name}
        facts={[source.form.id, t(source.enabled ? "isOn" : "isOff"), t(`keptBy.${source.managedBy}`)]}
        backHref="/admin/sources"
      />
      <SourceEditor source={source} />
    </div>
  );
}
