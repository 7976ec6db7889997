import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PayText } from "@/components/postings/pay-text";
import { Card } from "@/components/ui/card";
import type { PostingFacts } from "@/lib/services/postings/get-posting";

const FIELDS = [
  "salary",
  "seniority",
  "yearsMin",
  "workplace",
  "employmentType",
  "degreeRequired",
  "languagesRequired",
  "lang",
] as const;
type Field = (typeof FIELDS)[number];

const QUOTES = 2;

function useFactWords() {
  const t = useTranslations("postings.detail");
  const words = useTranslations("vocabulary");
  const languages = useTranslations("vocabulary.lang");
  const languageName = (lang: string) => (lang === "en" || lang === "es" ? languages(lang) : lang);
  return (facts: PostingFacts, field: Field): ReactNode => {
    switch (field) {
      case "salary":
        return facts.salary === null ? null : <PayText pay={facts.salary} />;
      case "seniority":
        return facts.seniority && words(`seniority.${facts.seniority}`);
      case "yearsMin":
        return facts.yearsMin === null ? null : t("years", { years: facts.yearsMin });
      case "workplace":
        return facts.workplace && words(`workplace.${facts.workplace}`);
      case "employmentType":
        return facts.employmentType && words(`employment.${facts.employmentType}`);
      case "degreeRequired":
        return facts.degreeRequired === null ? null : t(facts.degreeRequired ? "degree.yes" : "degree.no");
      case "languagesRequired":
        return (facts.languagesRequired ?? [])
          .map(({ lang, level }) =>
            level === null ? languageName(lang) : t("langLevel", { lang: languageName(lang), level }),
          )
          .join(", ");
      case "lang":
        return facts.lang === null || facts.lang === "und" ? null : languageName(facts.lang);
    }
  };
}

/** What was read from the posting, each fact with the words that it rests on. */
export function FactsBox({ facts }: { facts: PostingFacts | null }) {
  const t = useTranslations("postings.detail");
  const wordsOf = useFactWords();
  if (facts === null)
    return (
      <Card title={t("factsTitle")}>
        <p className="text-muted">{t("unread")}</p>
      </Card>
    );
  const rows = FIELDS.map((field) => ({ field, value: wordsOf(facts, field), quotes: quotesOf(facts, field) }));
  const stated = rows.filter(({ value }) => value !== null && value !== "");
  const silent = rows.filter(({ value }) => value === null || value === "");
  return (
    <Card title={t("factsTitle")}>
      <dl className="flex flex-col gap-2.5">
        {stated.map(({ field, value, quotes }) => (
          <div key={field} className="grid grid-cols-[7rem_1fr] gap-x-3">
            <dt className="text-muted">{t(`fact.${field}`)}</dt>
            <dd className="min-w-0">
              <span className="font-medium">{value}</span>
              {field === "lang" ? null : (
                <span className="block text-sm wrap-anywhere text-muted">
                  {quotes.length === 0 ? t("fromSource") : quotes.map((words) => t("words", { words })).join(" ")}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {silent.length > 0 ? (
        <p className="mt-3 text-sm text-muted">
          {t("notStated", { fields: silent.map(({ field }) => t(`fact.${field}`)).join(", ") })}
        </p>
      ) : null}
    </Card>
  );
}

function quotesOf(facts: PostingFacts, field: Field): string[] {
  const quotes = (facts.evidence[field] ?? []).map(({ text }) => text.replace(/\s+/gu, " ").trim());
  return [...new Set(quotes)].slice(0, QUOTES);
}
