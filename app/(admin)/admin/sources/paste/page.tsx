import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { requireAdmin } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { pasteAddress } from "@/lib/services/sources/paste-address";
import { PasteField } from "../_components/paste-field";
import { PastedCard } from "./_components/pasted-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.paste");
  return { title: t("title") };
}

export default async function PastePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireAdmin();
  const address = ([(await searchParams)["address"]].flat()[0] ?? "").trim().slice(0, 2000);
  const t = await getTranslations("admin.paste");
  const pasted = address === "" ? null : await pasteAddress(ctx, { address });
  return (
    <div className="max-w-page">
      <PageHeader title={t("title")} facts={[t("lead")]} backHref="/admin/sources">
        <PasteField address={address} />
      </PageHeader>
      {pasted?.kind === "refused" ? (
        <div role="alert">
          <Banner inside tone="bad">
            {t(`refused.${pasted.reason}`)}
          </Banner>
        </div>
      ) : null}
      {pasted?.kind === "read" ? <PastedCard key={pasted.read.address} pasted={pasted.read} /> : null}
    </div>
  );
}
