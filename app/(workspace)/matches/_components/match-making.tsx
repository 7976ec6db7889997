import { useFormatter, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { MatchDetail } from "@/lib/services/matches/match-detail";

/** Versions, weights and the hash of the inputs, folded away: what it takes to compute the same again. */
export function MatchMaking({ match }: { match: MatchDetail }) {
  const t = useTranslations("matches.detail");
  const format = useFormatter();
  const { made, resume, weights } = match;
  const facts: [label: string, value: string][] = [
    [t("computedAt"), `${format.dateTime(made.computedAt, { dateStyle: "medium", timeStyle: "short" })} UTC`],
    [t("weights"), t("weightsValue", weights)],
    [t("resumeVersion"), String(resume.number)],
    [t("matchVersion"), made.matchVersion],
    [t("statisticsVersion"), made.statisticsVersion],
    [t("embeddingModel"), made.embeddingModel ?? t("noModel")],
    [t("inputsHash"), made.inputsHash ?? t("notKept")],
  ];
  return (
    <Disclosure summary={t("made")}>
      <dl className="flex flex-col gap-1.5 text-sm">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-muted">{label}</dt>
            <dd className="font-mono text-xs wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
