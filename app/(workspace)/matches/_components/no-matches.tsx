import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ChosenResume } from "@/lib/services/matches/choose-resume";

type NoMatchesProps = { resume: ChosenResume | null; hasPostings: boolean; isFiltered: boolean };

/** Why a list of matches is empty, and what to do about it. */
export function NoMatches({ resume, hasPostings, isFiltered }: NoMatchesProps) {
  const t = useTranslations("matches");
  if (isFiltered) {
    return (
      <EmptyState
        title={t("noneTitle")}
        action={
          <ButtonLink href={resume === null ? "/matches" : `/matches?resume=${resume.id}`}>{t("clear")}</ButtonLink>
        }
      >
        {t("noneBody")}
      </EmptyState>
    );
  }
  if (resume === null) {
    return (
      <EmptyState
        title={t("emptyTitle")}
        action={
          <ButtonLink href="/resumes" variant="primary">
            {t("addResume")}
          </ButtonLink>
        }
      >
        {t("noResume")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("emptyTitle")}
      action={<ButtonLink href={`/resumes/${resume.id}`}>{t("goResume")}</ButtonLink>}
    >
      {t(hasPostings ? "notMatched" : "noPostings")}
    </EmptyState>
  );
}
