"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { StatusBadge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RunView } from "@/lib/services/runs/get-run";
import type { VerifyReport } from "@/lib/services/runs/verify-run";
import { useRefused } from "../../../../_components/use-refused";
import { replayRunAction, verifyRunAction } from "../../actions";
import { VerifyFindings } from "./verify-findings";

function Verified({ report }: { report: VerifyReport }) {
  const t = useTranslations("admin.verify");
  const { noted, whole, purged } = report.documents;
  return (
    <Card
      title={t("title")}
      aside={
        <StatusBadge tone={report.outcome === "whole" ? "ok" : "bad"}>{t(`outcome.${report.outcome}`)}</StatusBadge>
      }
    >
      <div role="status" className="flex flex-col gap-2">
        <p>{t("documents", { noted, whole, purged })}</p>
        <p>{t(report.manifest === null ? "noManifest" : "manifest", { adverts: report.adverts })}</p>
        {report.findings.length === 0 ? null : <VerifyFindings findings={report.findings} />}
        {report.findingCount > report.findings.length ? (
          <p className="text-muted">{t("moreFindings", { n: report.findingCount - report.findings.length })}</p>
        ) : null}
      </div>
    </Card>
  );
}

/** What can be done with a run that has ended: compute it again and compare, check what it left, set it against another. */
export function RunActions({ run }: { run: RunView }) {
  const t = useTranslations("admin.run");
  const refused = useRefused();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [verified, setVerified] = useState<VerifyReport | null>(null);
  const [replaying, startReplay] = useTransition();
  const [verifying, startVerify] = useTransition();
  if (!run.comparable) return null;
  const replay = () =>
    startReplay(async () => {
      const result = await replayRunAction({ runId: run.id });
      setProblem(result.ok ? null : refused(result.error));
      if (result.ok) router.push(`/admin/runs/${result.data.runId}`);
    });
  const verify = () =>
    startVerify(async () => {
      const result = await verifyRunAction({ runId: run.id });
      setProblem(result.ok ? null : refused(result.error));
      setVerified(result.ok ? result.data : null);
    });
  const since = run.report.changes?.since ?? null;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      <div className="flex flex-wrap items-center gap-2">
        {run.replayable ? (
          <Button disabled={replaying} onClick={replay}>
            {t(replaying ? "replayAsked" : "replay")}
          </Button>
        ) : null}
        <Button disabled={verifying} onClick={verify}>
          {t(verifying ? "verifying" : "verify")}
        </Button>
        <ButtonLink
          href={`/admin/runs/diff?${new URLSearchParams(since === null ? { b: run.id } : { a: since, b: run.id }).toString()}`}
          variant="ghost"
        >
          {t(since === null ? "compare" : "compareBefore")}
        </ButtonLink>
        {run.replayable ? <span className="text-sm text-muted">{t("replayHint")}</span> : null}
      </div>
      <FormError message={problem} />
      {verified === null ? null : <Verified report={verified} />}
    </div>
  );
}
