import { useTranslations } from "next-intl";
import { StatusBadge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { RunView } from "@/lib/services/runs/get-run";
import { useRecorded } from "../../../../../_components/use-recorded";
import { useWord } from "../../../../../_components/use-word";

const TONES: Record<string, Tone> = { ok: "ok", partial: "warn", cooling_down: "warn", disallowed: "warn" };

/** What became of each source: read or not, why not, what it met, and what it was read from. */
export function SourceOutcomes({ run }: { run: RunView }) {
  const t = useTranslations("admin.run");
  const word = useWord("run.outcome");
  const advice = useWord("run.advice");
  const recorded = useRecorded();
  const outcomes = Object.entries(run.report.sources);
  if (outcomes.length === 0) return null;
  return (
    <Card title={t("outcomes")}>
      <ul className="flex flex-col gap-3">
        {outcomes.map(([id, { status, reason, input }]) => {
          const crawl = run.report.crawls[id];
          const bad = (TONES[status] ?? "bad") === "bad";
          return (
            <li key={id} className="flex flex-col gap-0.5">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TextLink href={`/admin/sources/${encodeURIComponent(id)}`} className="font-medium">
                  {id}
                </TextLink>
                <StatusBadge tone={TONES[status] ?? "bad"}>{word(status)}</StatusBadge>
                {input === "snapshot" ? <span className="text-sm text-muted">{t("fromSnapshot")}</span> : null}
                {crawl === undefined ? null : <span className="tabular text-sm text-muted">{t("savedOf", crawl)}</span>}
              </span>
              {reason === null ? null : (
                <span className="text-sm wrap-anywhere text-muted first-letter:uppercase">{recorded(reason)}</span>
              )}
              {bad || status === "disallowed" || status === "cooling_down" ? (
                <span className="text-sm">{advice(status)}</span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
