"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { EventTail } from "./event-tail";
import { FreshLink } from "./fresh-link";
import { RunStatusBadge } from "./run-status";
import { StageList } from "./stage-list";
import { useRecorded } from "../../_components/use-recorded";
import { useRun } from "./use-run";

const TAIL = 8;

/** A run as it happens: its stages, counts and newest events, and at the end the way to what it found. */
export function RunPanel({ runId, title, onClose }: { runId: string; title: string; onClose?: () => void }) {
  const t = useTranslations("admin");
  const router = useRouter();
  const recorded = useRecorded();
  const { data: run, isError, failureCount } = useRun(runId);
  const ended = run !== undefined && !run.underWay;
  useEffect(() => {
    if (ended) router.refresh();
  }, [ended, router]);
  return (
    <Card
      title={title}
      aside={
        <span className="flex items-center gap-3">
          {run === undefined ? null : <RunStatusBadge status={run.status} />}
          {onClose === undefined ? null : (
            <Button size="sm" variant="ghost" onClick={onClose}>
              {t("sources.close")}
            </Button>
          )}
        </span>
      }
    >
      {run === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <div className="flex flex-col gap-4">
          <div role="status" className="flex flex-wrap gap-x-4 gap-y-1">
            {isError || failureCount > 0 ? <span className="text-warn">{t("run.unreachable")}</span> : null}
            {run.status === "queued" ? <span className="text-muted">{t("run.waiting")}</span> : null}
            {ended ? <span>{t("run.done", { status: t(`status.${run.status}`) })}</span> : null}
            {run.error === null ? null : <span className="text-bad first-letter:uppercase">{recorded(run.error)}</span>}
            <FreshLink run={run} />
            <TextLink href={`/admin/runs/${run.id}`}>{t("run.open")}</TextLink>
          </div>
          {run.sourcesBegun === null || run.sourcesBegun.total < 2 ? null : (
            <Progress label={t("run.sourcesBegun")} done={run.sourcesBegun.begun} total={run.sourcesBegun.total} />
          )}
          {run.stages.length > 0 ? <StageList stages={run.stages} /> : null}
          <EventTail events={run.tail} live={run.underWay} shown={TAIL} />
        </div>
      )}
    </Card>
  );
}
