import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/components/forms/format-bytes";
import { Disclosure } from "@/components/ui/disclosure";
import type { ResumeDetail } from "@/lib/services/resumes/get-resume";

/** The versions of a résumé, folded away. */
export function VersionList({ resume }: { resume: ResumeDetail }) {
  const t = useTranslations("resumes");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <Disclosure summary={t("profile.versions", { count: resume.versions.length })}>
      <ol className="flex flex-col">
        {resume.versions.map((version) => (
          <li key={version.id} className="tabular border-b py-1.5 text-sm last:border-0">
            <Link
              href={`/resumes/${resume.id}?version=${version.number}`}
              aria-current={version.id === resume.version.id ? "true" : undefined}
              className="text-accent underline underline-offset-3 aria-current:font-semibold"
            >
              {t("version", { number: version.number })}
            </Link>{" "}
            <span className="wrap-anywhere text-muted">
              · {version.fileName} · {formatBytes(version.fileBytes, locale)} ·{" "}
              {format.dateTime(version.createdAt, { dateStyle: "medium" })} · {t("matches", { count: version.matches })}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
