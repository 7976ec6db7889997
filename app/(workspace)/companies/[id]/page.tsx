import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { PostingRow } from "@/components/postings/posting-row";
import { StatusBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ListKeys } from "@/components/ui/list-keys";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireUser } from "@/lib/entry/require-user";
import type { SearchParams } from "@/lib/entry/search-params";
import { type CompanyPage, getCompany } from "@/lib/services/companies/get-company";
import { orNotFound } from "../../_components/or-not-found";
import { CompanyAbout } from "./_components/company-about";
import { CompanyHistory } from "./_components/company-history";
import { CompanySkills } from "./_components/company-skills";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const load = cache(async (id: string, after: string | null): Promise<CompanyPage> => {
  const { ctx } = await requireUser();
  return orNotFound(getCompany(ctx, id, after));
});

async function asked({ params, searchParams }: Props): Promise<{ id: string; after: string | null }> {
  const [{ id }, { after }] = await Promise.all([params, searchParams]);
  return { id: decoded(id), after: typeof after === "string" ? after : null };
}

/** A spelling of a name may stand in an address in place of the id. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // not an encoding: taken as it is
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, after } = await asked(props);
  return { title: (await load(id, after)).name };
}

async function OpenPostings({ company, after }: { company: CompanyPage; after: string | null }) {
  const t = await getTranslations("companies.page");
  const own = `/companies/${company.id}`;
  return (
    <section>
      <Card title={t("openTitle")} aside={t("openCount", { count: company.totals.open })} flush>
        {company.postings.length === 0 ? (
          <p className="p-4 text-muted">{t("openNone")}</p>
        ) : (
          <ListKeys>
            <ul>
              {company.postings.map((posting) => (
                <PostingRow key={posting.id} posting={posting} ofOneEmployer />
              ))}
            </ul>
          </ListKeys>
        )}
      </Card>
      <Pagination
        previousHref={null}
        nextHref={company.next === null ? null : `${own}?after=${encodeURIComponent(company.next)}`}
      >
        {after === null ? null : <TextLink href={own}>{t("firstPage")}</TextLink>}
      </Pagination>
    </section>
  );
}

export default async function CompanyDetailPage(props: Props) {
  const { id, after } = await asked(props);
  const company = await load(id, after);
  if (company.id !== id) redirect(`/companies/${company.id}`);
  const [t, format] = await Promise.all([getTranslations("companies"), getFormatter()]);
  const { totals } = company;
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const seen =
    totals.firstSeenAt === null || totals.lastSeenAt === null
      ? []
      : [t("page.seen", { first: day(totals.firstSeenAt), last: day(totals.lastSeenAt) })];
  return (
    <>
      <PageHeader
        title={company.name}
        facts={[t("page.openCount", { count: totals.open }), t("page.totalCount", { count: totals.total }), ...seen]}
        backHref="/companies"
      >
        {company.kind === "agency" ? (
          <div>
            <StatusBadge tone="info">{t("kind.agency")}</StatusBadge>
          </div>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-5 rail:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <OpenPostings company={company} after={after} />
          <CompanyHistory company={company} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <CompanyAbout company={company} />
          <CompanySkills company={company} />
        </div>
      </div>
    </>
  );
}
