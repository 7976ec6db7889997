import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/components/forms/format-bytes";
import { StatusBadge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { ResumeSummary } from "@/lib/services/resumes/list-resumes";
import { languageName } from "../../_components/language-name";
import { DeleteButton } from "./delete-button";

/** One résumé: what it is, what was read, and what it led to. */
export function ResumeRow({ resume }: { resume: ResumeSummary }) {
  const t = useTranslations("resumes");
  const seniority = useTranslations("vocabulary.seniority");
  const format = useFormatter();
  const locale = useLocale();
  const { version } = resume;
  const facts = [
    t("skills", { count: resume.skills }),
    resume.totalYears === null ? t("noYears") : t("years", { years: resume.totalYears }),
    ...(resume.seniority === null ? [] : [seniority(resume.seniority)]),
    languageName(resume.lang, locale),
  ];
  return (
    <li className="flex items-start gap-3 border-b px-4 py-3 last:border-0 hover:bg-sunken">
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={`/resumes/${resume.id}`}
            data-list-item
            className="font-medium wrap-anywhere hover:underline hover:underline-offset-3"
          >
            {resume.title}
          </Link>
          {resume.issues > 0 ? <StatusBadge tone="warn">{t("toCheck", { count: resume.issues })}</StatusBadge> : null}
        </p>
        <p className="tabular">{facts.join(" · ")}</p>
        <p className="tabular text-sm wrap-anywhere text-muted">
          {version.fileName} · {formatBytes(version.fileBytes, locale)} · {t("version", { number: version.number })} ·{" "}
          {t("uploaded", { date: format.dateTime(version.createdAt, { dateStyle: "medium" }) })}
        </p>
        {resume.matches > 0 ? (
          <p className="text-sm">
            <TextLink href={`/matches?resume=${resume.id}`}>{t("matches", { count: resume.matches })}</TextLink>
          </p>
        ) : (
          <p className="text-sm text-muted">{t("matches", { count: 0 })}</p>
        )}
      </div>
      <DeleteButton id={resume.id} title={resume.title} />
    </li>
  );
}
