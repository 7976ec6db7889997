import { useLocale, useTranslations } from "next-intl";
import { labelIn } from "@/components/postings/label-in";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { CompanyPage } from "@/lib/services/companies/get-company";

/** The skills that most of a company's postings ask for, each with how many of how many. */
export function CompanySkills({ company }: { company: CompanyPage }) {
  const t = useTranslations("companies.page");
  const locale = useLocale();
  const { skills, read } = company;
  return (
    <Card title={t("skillsTitle")} aside={skills.length > 0 ? t("skillsNote", { n: read }) : null}>
      {skills.length === 0 ? (
        <p className="text-muted">{t("skillsNone")}</p>
      ) : (
        <ol className="flex flex-col gap-1.5">
          {skills.map(({ id, labels, n }) => (
            <li key={id} className="grid grid-cols-[1fr_auto] items-baseline gap-x-3">
              <TextLink href={`/skills/${id}`} className="min-w-0 wrap-anywhere">
                {labelIn(labels, locale)}
              </TextLink>
              <span className="tabular text-sm text-muted">{t("skillLine", { n, read })}</span>
              <span aria-hidden className="col-span-2 h-1 rounded-full bg-sunken">
                <span
                  className="block h-full rounded-full bg-score-4"
                  style={{ width: `${Math.min(100, (n / Math.max(1, read)) * 100)}%` }}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
