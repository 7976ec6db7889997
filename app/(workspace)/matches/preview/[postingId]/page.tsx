import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { previewMatch } from "@/lib/services/matches/preview-match";
import { orNotFound } from "../../../_components/or-not-found";
import { MatchView } from "../../_components/match-view";
import { NoMatches } from "../../_components/no-matches";

type PageProps = { params: Promise<{ postingId: string }>; searchParams: Promise<SearchParams> };

const resumeParam = z.string().min(1).max(64).nullable().catch(null).default(null);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matches");
  return { title: t("title") };
}

/** How any posting fits, also one that is not among the kept matches. */
export default async function MatchPreviewPage({ params, searchParams }: PageProps) {
  const { ctx } = await requireUser();
  const { postingId } = await params;
  const resumeId = resumeParam.parse((await searchParams)["resume"]);
  const preview = await orNotFound(previewMatch(ctx, { postingId, resumeId }));
  const t = await getTranslations("matches");
  switch (preview.kind) {
    case "kept":
      return redirect(`/matches/${preview.matchId}`);
    case "computed":
      return <MatchView ctx={ctx} match={preview.match} />;
    case "no_resume":
      return (
        <>
          <PageHeader title={t("title")} backHref={`/postings/${postingId}`} />
          <Card>
            <NoMatches resume={null} hasPostings isFiltered={false} />
          </Card>
        </>
      );
    case "unread":
      return (
        <>
          <PageHeader title={t("title")} backHref={`/postings/${postingId}`} />
          <Card>
            <EmptyState
              title={t("detail.unreadTitle")}
              action={<ButtonLink href={`/postings/${postingId}`}>{t("detail.openPosting")}</ButtonLink>}
            >
              {t("detail.unreadBody")}
            </EmptyState>
          </Card>
        </>
      );
  }
}
