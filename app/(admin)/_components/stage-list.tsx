"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Progress } from "@/components/ui/progress";
import { StatusBadge } from "@/components/ui/badge";
import type { StageView } from "@/lib/services/runs/run-view";
import { useDuration } from "../../_components/use-duration";

/** A stage's or counter's name in the reader's words; one that is not known yet is shown as it is. */
function useNames() {
  const t = useTranslations("admin");
  return {
    stage: (name: string) => (t.has(`stage.${name}` as never) ? t(`stage.${name}` as never) : name),
    counter: (name: string) => (t.has(`counter.${name}` as never) ? t(`counter.${name}` as never) : name),
  };
}

function StageCounts({ stage }: { stage: StageView }) {
  const t = useTranslations("admin.run");
  const names = useNames();
  const format = useFormatter();
  const parts = [
    t("in", { count: stage.done + stage.failed }),
    t("out", { count: stage.done }),
    ...Object.entries(stage.counts).map(([counter, n]) => `${format.number(n)} ${names.counter(counter)}`),
  ];
  return (
    <p className="tabular text-sm text-muted">
      {parts.join(" · ")}
      {stage.failed > 0 ? (
        <>
          {" · "}
          <span className="text-warn">{t("failed", { count: stage.failed })}</span>
        </>
      ) : null}
    </p>
  );
}

/** One line per stage: time as a bar against the longest stage, or how far it is; and its counts. */
export function StageList({ stages }: { stages: readonly StageView[] }) {
  const t = useTranslations("admin.run");
  const names = useNames();
  const duration = useDuration();
  const longest = Math.max(1, ...stages.map((stage) => stage.tookMs ?? 0));
  if (stages.length === 0) return <p className="text-muted">{t("noStages")}</p>;
  return (
    <ol className="flex flex-col gap-3">
      {stages.map((stage) => (
        <li key={stage.stage} className="flex flex-col gap-1">
          {stage.state === "running" ? (
            <Progress
              label={names.stage(stage.stage)}
              done={stage.progress?.done ?? stage.done}
              total={stage.progress?.total ?? null}
            />
          ) : (
            <div className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 phone:grid-cols-[minmax(0,12rem)_1fr_auto]">
              <span className="flex flex-wrap items-center gap-2">
                {names.stage(stage.stage)}
                {stage.state === "stopped" ? <StatusBadge tone="warn">{t("state.stopped")}</StatusBadge> : null}
              </span>
              <span
                aria-hidden
                className="order-last col-span-2 h-2 overflow-hidden rounded-full bg-sunken phone:order-none phone:col-span-1"
              >
                {stage.tookMs === null ? null : (
                  <span
                    className={cx("block h-full rounded-full", stage.failed > 0 ? "bg-warn" : "bg-accent")}
                    style={{ width: `${Math.max(1, (100 * stage.tookMs) / longest)}%` }}
                  />
                )}
              </span>
              <span className="tabular w-24 text-right text-sm text-muted">
                {stage.tookMs === null ? "" : duration(stage.tookMs)}
              </span>
            </div>
          )}
          <StageCounts stage={stage} />
        </li>
      ))}
    </ol>
  );
}
