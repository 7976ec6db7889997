import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EvidenceChecklist } from "@/components/evidence/evidence-checklist";
import { HighlightKey } from "@/components/evidence/highlight-key";
import { ScoreBadge } from "@/components/ui/score-badge";
import type { MatchDetail } from "@/lib/services/matches/match-detail";
import { ConfidenceWords } from "./confidence-words";
import { ListingLinks } from "./listing-links";
import { MatchMaking } from "./match-making";
import type { MatchLine } from "./match-lines";
import { ScoreParts } from "./score-parts";

type WhyPaneProps = {
  match: MatchDetail;
  lines: readonly MatchLine[] /** What would change the score. */;
  change: ReactNode;
};

/** Why a match scores what it does: parts, confidence, requirements, what would change it, where to apply. */
export function WhyPane({ match, lines, change }: WhyPaneProps) {
  const t = useTranslations("matches.detail");
  const { shown, asked } = match.skills;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <ScoreBadge score={match.score} band={match.band} size="lg" />
        <ScoreParts match={match} />
        <ConfidenceWords match={match} />
      </div>
      <section aria-labelledby="requirements">
        <h3 id="requirements" className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
          {t("requirements")}
          {asked > 0 ? (
            <span className="tabular text-sm font-normal text-muted">{t("requirementsCount", { shown, asked })}</span>
          ) : null}
        </h3>
        {lines.length === 0 ? (
          <p className="text-muted">{t("noRequirements")}</p>
        ) : (
          <>
            <p className="mb-2 text-sm text-muted">{t("lightHint")}</p>
            <div className="-mx-2">
              <EvidenceChecklist label={t("requirements")} lines={lines.map(({ line }) => line)} />
            </div>
            <div className="mt-3">
              <HighlightKey of="evidence" />
            </div>
          </>
        )}
      </section>
      <section aria-labelledby="change">
        <h3 id="change" className="mb-2 font-semibold">
          {t("change")}
        </h3>
        {change}
      </section>
      <section aria-labelledby="advertised">
        <h3 id="advertised" className="mb-2 font-semibold">
          {t("advertised")}
        </h3>
        <ListingLinks listings={match.posting.listings} />
      </section>
      <MatchMaking match={match} />
    </div>
  );
}
