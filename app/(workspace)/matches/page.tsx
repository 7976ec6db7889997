import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ListKeys } from "@/components/ui/list-keys";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { listMatches, type MatchList } from "@/lib/services/matches/list-matches";
import { type MatchListInput, matchListInput } from "@/lib/services/matches/match-filters";
import { listHref } from "./_components/list-href";
import { MatchFilters } from "./_components/match-filters";
import { MatchRow } from "./_components/match-row";
import { NoMatches } from "./_components/no-matches";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("matches");
  return { title: t("title") };
}

function isFiltered({ band, workplace, seniority, lang, source }: MatchListInput): boolean {
  return [band, workplace, seniority, lang, source].some((value) => value !== null);
}

async function headFacts(list: MatchList, filtered: boolean): Promise<string[]> {
  const [t, common] = await Promise.all([getTranslations("matches"), getTranslations("common")]);
  if (list.resume === null || list.kept === 0) return [common("guidance")];
  const { passing, kept } = list;
  return [
    filtered ? t("countFiltered", { passing, kept }) : t("count", { passing }),
    t("forResume", { title: list.resume.title }),
    common("guidance"),
  ];
}

export default async function MatchesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireUser();
  const query = matchListInput.parse(await searchParams);
  const [t, list] = await Promise.all([getTranslations("matches"), listMatches(ctx, query)]);
  const filtered = isFiltered(query);
  const { matches, first, previous, next } = list.page;
  return (
    <div className="max-w-page">
      <PageHeader title={t("title")} facts={await headFacts(list, filtered)}>
        {list.resume !== null && (list.kept > 0 || list.resumes.length > 1) ? (
          <MatchFilters
            facets={list.facets}
            resumes={list.resumes}
            resumeId={list.resume.id}
            sources={list.sourceNames}
          />
        ) : null}
      </PageHeader>
      {list.resume?.isBehind && list.kept > 0 ? (
        <div className="mb-4">
          <Banner
            tone="warn"
            inside
            action={<TextLink href={`/resumes/${list.resume.id}`}>{t("behindAction")}</TextLink>}
          >
            {t("behind")}
          </Banner>
        </div>
      ) : null}
      <Card flush>
        {matches.length === 0 ? (
          <NoMatches resume={list.resume} hasPostings={list.hasPostings} isFiltered={filtered && list.kept > 0} />
        ) : (
          <ListKeys>
            <ol aria-label={t("list")} start={first}>
              {matches.map((match) => (
                <MatchRow key={match.id} match={match} totalYears={list.totalYears} />
              ))}
            </ol>
          </ListKeys>
        )}
      </Card>
      {matches.length > 0 ? (
        <Pagination previousHref={listHref(query, previous)} nextHref={listHref(query, next)}>
          {t("range", { first, last: first + matches.length - 1, total: list.passing })}
          <span className="hidden phone:inline"> · {t("keys")}</span>
        </Pagination>
      ) : null}
    </div>
  );
}
