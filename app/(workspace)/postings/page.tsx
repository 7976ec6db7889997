import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PostingRow } from "@/components/postings/posting-row";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { type PostingFilter, postingFilter, toFilterParams } from "@/lib/core/postings/posting-filter";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { listFilterChoices } from "@/lib/services/postings/list-filter-choices";
import { listPostings } from "@/lib/services/postings/list-postings";
import { ToSources } from "../_components/to-sources";
import { ActiveFilters } from "./_components/active-filters";
import { FilterForm } from "./_components/filter-form";
import { listHref } from "./_components/list-href";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("postings");
  return { title: t("title") };
}

function nextHref(filter: PostingFilter, next: string | null): string | null {
  if (next === null) return null;
  const params = toFilterParams(filter);
  params.set("after", next);
  return `/postings?${params.toString()}`;
}

async function NothingFound({ filter }: { filter: PostingFilter }) {
  const t = await getTranslations("postings");
  const isUnfiltered = toFilterParams(filter).size === 0;
  if (isUnfiltered)
    return (
      <EmptyState title={t("emptyAllTitle")} action={<ToSources />}>
        {t("emptyAllBody")}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t("emptyTitle")}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {filter.state === "any" ? null : (
            <ButtonLink href={listHref({ ...filter, state: "any" })}>{t("includeClosed")}</ButtonLink>
          )}
          <ButtonLink href="/postings" variant="ghost">
            {t("clear")}
          </ButtonLink>
        </span>
      }
    >
      {t("emptyBody")}
    </EmptyState>
  );
}

export default async function PostingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireUser();
  const filter = postingFilter.parse(await searchParams);
  const [t, locale, page, choices] = await Promise.all([
    getTranslations("postings"),
    getLocale(),
    listPostings(ctx, filter),
    listFilterChoices(ctx, filter.skill),
  ]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("count", { count: page.total }), t(`sortedBy.${page.sort}`)]}>
        <FilterForm
          key={toFilterParams(filter).toString()}
          filter={filter}
          sources={choices.sources}
          countries={choices.countries}
          locale={locale}
        />
        <ActiveFilters filter={filter} choices={choices} />
      </PageHeader>
      {page.postings.length === 0 ? (
        <NothingFound filter={filter} />
      ) : (
        <ListKeys>
          <ul aria-label={t("list")} className="rounded-card border bg-surface">
            {page.postings.map((posting) => (
              <PostingRow key={posting.id} posting={posting} />
            ))}
          </ul>
        </ListKeys>
      )}
      <Pagination previousHref={null} nextHref={nextHref(filter, page.next)}>
        {filter.after === null ? null : <TextLink href={listHref(filter)}>{t("first")}</TextLink>}
      </Pagination>
    </>
  );
}
