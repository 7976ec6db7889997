"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RunPanel } from "../../../_components/run-panel";
import { rereadAction } from "../actions";

type OutdatedCardProps = { outdated: number; postings: number; runId: string | null };

/** How many postings were read with what was known before, and reading them again at once. */
export function OutdatedCard({ outdated, postings, runId }: OutdatedCardProps) {
  const t = useTranslations("quality.outdated");
  const [started, setStarted] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const followed = started ?? runId;
  const reread = () =>
    start(async () => {
      const result = await rereadAction();
      setProblem(result.ok ? null : t("failed"));
      if (result.ok) setStarted(result.data.runId);
    });
  return (
    <>
      <Card title={t("title")}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <p role="status" className="max-w-prose">
            {outdated === 0 ? t("none", { postings }) : t("some", { outdated, postings })}
          </p>
          <Button
            variant={outdated === 0 ? "secondary" : "primary"}
            disabled={pending || outdated === 0}
            onClick={reread}
          >
            {t("reread")}
          </Button>
        </div>
        <FormError message={problem} />
      </Card>
      {followed === null ? null : <RunPanel key={followed} runId={followed} title={t("run")} />}
    </>
  );
}
