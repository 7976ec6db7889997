import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListKeys } from "@/components/ui/list-keys";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { type CompanyFilter, companyFilter, companyParams } from "@/lib/core/companies/company-filter";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { listCompanies } from "@/lib/services/companies/list-companies";
import { ToSources } from "../_components/to-sources";
import { CompanyForm } from "./_components/company-form";
import { CompanyRow } from "./_components/company-row";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("companies");
  return { title: t("title") };
}

function hrefOf(filter: CompanyFilter, after: string | null): string {
  const params = companyParams(filter);
  if (after !== null) params.set("after", after);
  return params.size === 0 ? "/companies" : `/companies?${params.toString()}`;
}

async function NothingFound({ filter }: { filter: CompanyFilter }) {
  const t = await getTranslations("companies");
  if (companyParams(filter).size === 0)
    return (
      <EmptyState title={t("emptyAllTitle")} action={<ToSources />}>
        {t("emptyAllBody")}
      </EmptyState>
    );
  return (
    <EmptyState title={t("emptyTitle")} action={<ButtonLink href="/companies">{t("clear")}</ButtonLink>}>
      {t("emptyBody")}
    </EmptyState>
  );
}

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { ctx } = await requireUser();
  const filter = companyFilter.parse(await searchParams);
  const [t, page] = await Promise.all([getTranslations("companies"), listCompanies(ctx, filter)]);
  return (
    <>
      <PageHeader title={t("title")} facts={[t("count", { count: page.total }), t("order")]}>
        <CompanyForm key={companyParams(filter).toString()} filter={filter} />
      </PageHeader>
      {page.companies.length === 0 ? (
        <NothingFound filter={filter} />
      ) : (
        <ListKeys>
          <ul aria-label={t("list")} className="rounded-card border bg-surface">
            {page.companies.map((company) => (
              <CompanyRow key={company.id} company={company} />
            ))}
          </ul>
        </ListKeys>
      )}
      <Pagination previousHref={null} nextHref={page.next === null ? null : hrefOf(filter, page.next)}>
        {filter.after === null ? null : <TextLink href={hrefOf(filter, null)}>{t("first")}</TextLink>}
      </Pagination>
    </>
  );
}
