import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/badge";
import type { ListedCompany } from "@/lib/services/companies/list-companies";

/** One company in a list: its name and kind, how many postings it has open and had in all, and when they were seen. */
export function CompanyRow({ company }: { company: ListedCompany }) {
  const t = useTranslations("companies");
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <li className="relative flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b px-4 py-2.5 last:border-0 hover:bg-sunken">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <Link
          href={`/companies/${company.id}`}
          data-list-item
          className="font-medium wrap-anywhere after:absolute after:inset-0 hover:text-accent"
        >
          {company.name}
        </Link>
        {company.kind === "agency" ? <Chip>{t("kind.agency")}</Chip> : null}
        {company.domain === null ? null : <span className="text-sm wrap-anywhere text-muted">{company.domain}</span>}
      </span>
      <span className="tabular flex flex-wrap items-baseline gap-x-1 text-sm text-muted">
        <span className={company.open > 0 ? "font-medium text-ink" : undefined}>
          {t("open", { count: company.open })}
        </span>
        <span>{t("total", { count: company.total })}</span>
        <span>· {t("seen", { first: day(company.firstSeenAt), last: day(company.lastSeenAt) })}</span>
      </span>
    </li>
  );
}
