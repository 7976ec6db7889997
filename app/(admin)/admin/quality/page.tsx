import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { requireAdmin } from "@/lib/entry/require-user";
import { CORRECTION_STATES } from "@/lib/services/corrections/correction-input";
import { listCorrections } from "@/lib/services/corrections/list-corrections";
import { CorrectionsCard } from "./_components/corrections-card";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const query = z.object({ state: z.enum(CORRECTION_STATES).catch("open") });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quality");
  return { title: t("title") };
}

export default async function QualityPage({ searchParams }: Props) {
  const { ctx } = await requireAdmin();
  const { state } = query.parse(await searchParams);
  const [t, { corrections, total }] = await Promise.all([getTranslations("quality"), listCorrections(ctx, state)]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("lead")]} />
      <div className="flex max-w-page flex-col gap-5">
        <CorrectionsCard state={state} corrections={corrections} total={total} />
      </div>
    </>
  );
}
