import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { ListKeys } from "@/components/ui/list-keys";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/entry/require-user";
import { getOverview } from "@/lib/services/overview/get-overview";
import { OverviewMatch } from "./_components/overview-match";
import { FactRow } from "./_components/fact-row";
import { FirstRun } from "./_components/first-run";
import { NeedsList } from "./_components/needs-list";
import { TrendCards } from "./_components/trend-cards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function OverviewPage() {
  const { ctx, user } = await requireUser("/overview");
  const [t, common, overview] = await Promise.all([
    getTranslations("overview"),
    getTranslations("common"),
    getOverview(ctx, { lastSeenAt: user.lastSeenAt }),
  ]);
  if (overview.isFirstRun) return <FirstRun isAdmin={user.role === "admin"} />;
  const { listed, openPostings, sources } = overview;
  return (
    <div className="flex max-w-page flex-col gap-5">
      <div className="-mb-5">
        <PageHeader
          title={t("title")}
          facts={[t("postings", { count: openPostings }), t("sources", { count: sources }), common("guidance")]}
        />
      </div>
      <FactRow overview={overview} />
      <div className="grid items-start gap-5 rail:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card
          title={t(listed.areNew ? "newTitle" : "bestTitle")}
          aside={<TextLink href="/matches">{t("allMatches")}</TextLink>}
          flush
        >
          {listed.matches.length === 0 ? (
            <p className="p-4 text-muted">{t("noMatches")}</p>
          ) : (
            <ListKeys>
              <ol>
                {listed.matches.map((match) => (
                  <OverviewMatch key={match.id} match={match} />
                ))}
              </ol>
            </ListKeys>
          )}
        </Card>
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t("needsTitle")}>
            <NeedsList needs={overview.needs} />
          </Card>
          <Card title={t("trendsTitle")} aside={<TextLink href="/trends">{t("trendsAll")}</TextLink>} flush>
            <TrendCards trends={overview.trends} />
            {overview.trends.length > 0 ? (
              <p className="border-t px-4 py-2 text-sm text-muted">{t("trendsNote")}</p>
            ) : null}
          </Card>
        </div>
      </div>
    </div>
  );
}
