import { useFormatter, useTranslations } from "next-intl";
import type { MatchDetail } from "@/lib/services/matches/match-detail";

/** How sure a score is and why, as a sentence. */
export function ConfidenceWords({ match }: { match: Pick<MatchDetail, "confidence" | "reasons"> }) {
  const t = useTranslations("matches.detail");
  const guidance = useTranslations("common")("guidance");
  const format = useFormatter();
  const why =
    match.reasons.length === 0
      ? t("confidenceFull")
      : t("confidencePart", { reasons: format.list(match.reasons.map((reason) => t(`reason.${reason}`))) });
  return (
    <p className="text-sm text-muted">
      {t("confidence", { ratio: match.confidence })} {why} {guidance}
    </p>
  );
}
