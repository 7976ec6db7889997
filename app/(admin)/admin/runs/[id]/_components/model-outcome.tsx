import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { RunView } from "@/lib/services/runs/get-run";
import { useRecorded } from "../../../../../_components/use-recorded";

type Outcome = NonNullable<RunView["report"]["model"]>["outcome"];
const TONES: Record<Outcome, Tone> = { complete: "ok", deadline: "info", budget_spent: "warn", unavailable: "warn" };

/** How far the model came with the postings, why it stopped, and what it cost; absent where it was not asked. */
export function ModelOutcome({ run }: { run: RunView }) {
  const t = useTranslations("admin.model");
  const format = useFormatter();
  const recorded = useRecorded();
  const { model } = run.report;
  if (model === null) return null;
  const cost = format.number(model.costUsd, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  return (
    <Card title={t("title")} aside={model.models.join(", ")}>
      <div className="flex flex-col gap-1">
        <span>
          <StatusBadge tone={TONES[model.outcome]}>{t(`outcome.${model.outcome}`)}</StatusBadge>
        </span>
        {model.outcome === "complete" ? null : <p className="max-w-measure">{t(`advice.${model.outcome}`)}</p>}
        {model.reason === null ? null : (
          <p className="text-sm wrap-anywhere text-muted first-letter:uppercase">{recorded(model.reason)}</p>
        )}
        <p className="tabular text-sm text-muted">
          {t("read", { done: model.done, failed: model.failed, left: model.left })}
        </p>
        {model.waiting === 0 ? null : (
          <p className="tabular text-sm text-muted">{t("waiting", { waiting: model.waiting })}</p>
        )}
        <p className="tabular text-sm text-muted">
          {t("cost", {
            asked: model.asked,
            cached: model.cached,
            tokens: model.inputTokens + model.outputTokens,
            cost,
          })}
        </p>
      </div>
    </Card>
  );
}
