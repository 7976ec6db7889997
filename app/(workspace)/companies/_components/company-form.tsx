import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { CompanyFilter } from "@/lib/core/companies/company-filter";

const KINDS = ["employer", "agency"] as const;

/** The controls above the list of companies: an ordinary form, its state in the address. */
export function CompanyForm({ filter }: { filter: CompanyFilter }) {
  const t = useTranslations("companies");
  return (
    <search>
      <form method="get" action="/companies" className="flex flex-wrap gap-2">
        <label className="relative min-w-48 grow">
          <span className="sr-only">{t("search")}</span>
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            name="q"
            maxLength={100}
            defaultValue={filter.q}
            placeholder={t("search")}
            className="row-height w-full rounded-control border border-line-strong bg-surface pr-2 pl-8"
          />
        </label>
        <Select aria-label={t("kindLabel")} name="kind" defaultValue={filter.kind ?? ""}>
          <option value="">{t("kindAny")}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="primary">
          {t("searchButton")}
        </Button>
      </form>
    </search>
  );
}
