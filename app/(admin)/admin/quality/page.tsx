import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { requireAdmin } from "@/lib/entry/require-user";
import { CORRECTION_STATES } from "@/lib/services/corrections/correction-input";
import { listCorrections } from "@/lib/services/corrections/list-corrections";
import { getCoverage } from "@/lib/services/quality/get-coverage";
import { getScoreboard } from "@/lib/services/quality/scoreboard";
import { CorrectionsCard } from "./_components/corrections-card";
import { CoverageCard } from "./_components/coverage-card";
import { ScoreboardCard } from "./_components/scoreboard-card";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const query = z.object({ state: z.enum(CORRECTION_STATES).catch("open") });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quality");
  return { title: t("title") };
}

export default async function QualityPage({ searchParams }: Props) {
  const { ctx } = await requireAdmin();
  const { state } = query.parse(await searchParams);
  const [t, { corrections, total }, scoreboard, coverage] = await Promise.all([
    getTranslations("quality"),
    listCorrections(ctx, state),
    getScoreboard(ctx),
    getCoverage(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("lead")]} />
      <div className="flex max-w-page min-w-0 flex-col gap-5">
        <ScoreboardCard scoreboard={scoreboard} />
        <CoverageCard by="languages" rows={coverage.languages} />
        <CoverageCard by="sources" rows={coverage.sources} />
        <CorrectionsCard state={state} corrections={corrections} total={total} />
      </div>
    </>
  );
}
