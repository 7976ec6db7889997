import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { requireAdmin } from "@/lib/entry/require-user";
import { CORRECTION_STATES } from "@/lib/services/corrections/correction-input";
import { listCorrections } from "@/lib/services/corrections/list-corrections";
import { countOutdated } from "@/lib/services/enrichment/count-outdated";
import { findRereadUnderWay } from "@/lib/services/enrichment/request-reread";
import { getCoverage } from "@/lib/services/quality/get-coverage";
import { getScoreboard } from "@/lib/services/quality/scoreboard";
import { getCandidatePage } from "@/lib/services/terms/get-candidate-page";
import { CANDIDATE_STATES } from "@/lib/services/terms/list-candidates";
import { CorrectionsCard } from "./_components/corrections-card";
import { CoverageCard } from "./_components/coverage-card";
import { OutdatedCard } from "./_components/outdated-card";
import { ScoreboardCard } from "./_components/scoreboard-card";
import { TermsCard } from "./_components/terms-card";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const query = z.object({
  state: z.enum(CORRECTION_STATES).catch("open"),
  terms: z.enum(CANDIDATE_STATES).catch("open"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quality");
  return { title: t("title") };
}

export default async function QualityPage({ searchParams }: Props) {
  const { ctx } = await requireAdmin();
  const view = query.parse(await searchParams);
  const [t, reported, shown, outdated, runId, scoreboard, coverage] = await Promise.all([
    getTranslations("quality"),
    listCorrections(ctx, view.state),
    getCandidatePage(ctx, { state: view.terms, page: view.page }),
    countOutdated(ctx),
    findRereadUnderWay(ctx),
    getScoreboard(ctx),
    getCoverage(ctx),
  ]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("lead")]} />
      <div className="flex max-w-page min-w-0 flex-col gap-5">
        <OutdatedCard {...outdated} runId={runId} />
        <div id="terms" className="scroll-mt-4">
          <TermsCard view={view} shown={shown} />
        </div>
        <div id="corrections" className="scroll-mt-4">
          <CorrectionsCard view={view} {...reported} />
        </div>
        <CoverageCard by="languages" rows={coverage.languages} />
        <CoverageCard by="sources" rows={coverage.sources} />
        <ScoreboardCard scoreboard={scoreboard} />
      </div>
    </>
  );
}
