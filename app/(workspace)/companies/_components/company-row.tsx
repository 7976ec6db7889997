import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Chip } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { ListedCompany } from "@/lib/services/companies/list-companies";

/** One company in a list: its name and kind, how many postings it has open and had in all, and when they were seen. */
export function CompanyRow({ company }: { company: ListedCompany }) {
  const t = useTranslations("companies");
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <li className="relative grid items-baseline gap-x-4 gap-y-0.5 border-b px-4 py-2.5 phone:grid-cols-[minmax(0,1fr)_auto] last:border-0 hover:bg-sunken">
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
      <span className="tabular flex flex-wrap items-baseline gap-x-4 text-sm text-muted">
        <span className="flex items-baseline gap-x-1">
          <span className={cx("phone:w-24 phone:text-right", company.open > 0 && "font-medium text-ink")}>
            {t("open", { count: company.open })}
          </span>
          <span className="phone:w-24">{t("total", { count: company.total })}</span>
        </span>
        <span className="phone:w-52">
          {t("seen", { first: day(company.firstSeenAt), last: day(company.lastSeenAt) })}
        </span>
      </span>
    </li>
  );
}
