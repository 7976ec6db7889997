import { useTranslations } from "next-intl";
import { SearchBox } from "@/components/forms/search-box";
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
        <SearchBox label={t("search")} value={filter.q} maxLength={100} className="min-w-48" />
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
