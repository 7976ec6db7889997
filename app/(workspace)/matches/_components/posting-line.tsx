import { useLocale, useTranslations } from "next-intl";
import { labelIn } from "@/components/postings/label-in";
import type { PostingFacts } from "@/lib/services/matches/posting-facts";
import { languageName } from "../../_components/language-name";
import { salaryAmounts } from "./salary-words";

/** Place, workplace, level, language and pay of a posting in one line; what it does not say is left out. */
export function PostingLine({ posting }: { posting: PostingFacts }) {
  const t = useTranslations("matches");
  const words = useTranslations("vocabulary");
  const locale = useLocale();
  const { place, workplace, seniority, lang, salary } = posting;
  const pay = () => {
    if (salary === null) return [];
    const { from, to } = salaryAmounts(salary, locale);
    const period = words(`period.${salary.period}`);
    return [to === null ? t("salary", { amount: from, period }) : t("salaryRange", { from, to, period })];
  };
  const facts = [
    ...(place === null ? [] : [labelIn(place, locale)]),
    ...(workplace === null ? [] : [words(`workplace.${workplace}`)]),
    ...(seniority === null ? [] : [words(`seniority.${seniority}`)]),
    ...(lang === null || lang === "und" ? [] : [languageName(lang, locale)]),
    ...pay(),
  ];
  return facts.length === 0 ? null : <p className="tabular text-sm wrap-anywhere text-muted">{facts.join(" · ")}</p>;
}
