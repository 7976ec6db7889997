"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Card } from "@/components/ui/card";
import type { RunView } from "@/lib/services/runs/get-run";
import { EventTail } from "../../../../_components/event-tail";
import { FreshLink } from "../../../../_components/fresh-link";
import { RunStatusBadge } from "../../../../_components/run-status";
import { StageList } from "../../../../_components/stage-list";
import { useDuration } from "../../../../../_components/use-duration";
import { useRecorded } from "../../../../../_components/use-recorded";
import { useRun } from "../../../../_components/use-run";

/** The part of a run's page that moves: status, stages and newest events, asked for again while the run is under way. */
export function RunProgress({ initial }: { initial: RunView }) {
  const t = useTranslations("admin");
  const router = useRouter();
  const duration = useDuration();
  const recorded = useRecorded();
  const { data: run = initial, failureCount } = useRun(initial.id, initial);
  const justEnded = initial.underWay && !run.underWay;
  useEffect(() => {
    if (justEnded) router.refresh();
  }, [justEnded, router]);
  const took =
    run.startedAt === null || run.finishedAt === null
      ? null
      : new Date(run.finishedAt).getTime() - new Date(run.startedAt).getTime();
  return (
    <>
      <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <RunStatusBadge status={run.status} />
        {took === null ? null : <span className="tabular">{t("run.took", { time: duration(took) })}</span>}
        {run.status === "queued" ? <span className="text-muted">{t("run.waiting")}</span> : null}
        {failureCount > 0 ? <span className="text-warn">{t("run.unreachable")}</span> : null}
        {run.error === null ? null : (
          <span className="wrap-anywhere text-bad first-letter:uppercase">{recorded(run.error)}</span>
        )}
        <FreshLink run={run} />
      </div>
      <Card title={t("run.stages")}>
        <StageList stages={run.stages} />
      </Card>
      {run.underWay ? (
        <Card title={t("run.tail")}>
          <EventTail events={run.tail} live />
        </Card>
      ) : null}
    </>
  );
}
