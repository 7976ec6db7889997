import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ScoreBadge } from "@/components/ui/score-badge";
import { TextLink } from "@/components/ui/text-link";
import { BANDS } from "@/lib/core/matching/match-types";

/** How well the reader's own résumé answers this posting, with the way to the reasons. */
export function FitCard({ fit }: { fit: { matchId: string; score: number; band: string } | null }) {
  const t = useTranslations("postings.detail");
  const common = useTranslations("common");
  const band = BANDS.find((known) => known === fit?.band);
  return (
    <Card title={t("fitTitle")}>
      {fit === null || band === undefined ? (
        <p className="text-muted">
          {t("fitNone")} <TextLink href="/resumes">{t("fitUpload")}</TextLink>
        </p>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ScoreBadge score={fit.score} band={band} />
          <TextLink href={`/matches/${fit.matchId}`}>{t("fitOpen")}</TextLink>
          <p className="w-full text-sm text-muted">{common("guidance")}</p>
        </div>
      )}
    </Card>
  );
}
