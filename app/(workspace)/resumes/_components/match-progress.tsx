"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { z } from "zod";
import { FormError } from "@/components/forms/form-error";
import { Button, ButtonLink } from "@/components/ui/button";
import { Stepper, type StepState } from "@/components/ui/stepper";
import type { MatchStatus } from "@/lib/services/resumes/get-match-status";
import type { MatchRequest } from "@/lib/services/resumes/request-match";
import { matchNowAction } from "../actions";

const POLL_MS = 1_000;
/** A worker looks every two seconds; one that has not come by then is probably not there. */
const PATIENCE_MS = 8_000;

const statusSchema: z.ZodType<MatchStatus> = z.object({
  state: z.enum(["waiting", "running", "matched", "failed"]),
  matches: z.int(),
  computedAt: z.string().nullable(),
});

const STEP: Record<MatchStatus["state"], StepState> = {
  waiting: "current",
  running: "current",
  matched: "done",
  failed: "failed",
};

function isOver(state: MatchStatus["state"] | undefined): boolean {
  return state === "matched" || state === "failed";
}

async function fetchStatus(resumeId: string, request: MatchRequest): Promise<MatchStatus> {
  const asked = new URLSearchParams({ version: request.versionId, since: request.requestedAt });
  const response = await fetch(`/resumes/${encodeURIComponent(resumeId)}/status?${asked.toString()}`);
  if (!response.ok) throw new Error(`The status answered ${response.status}.`);
  return statusSchema.parse(await response.json());
}

type MatchProgressProps = { resumeId: string; request: MatchRequest };

/** The stages of an upload; the last one is asked for until it is over, and offered here where no worker comes. */
export function MatchProgress({ resumeId, request }: MatchProgressProps) {
  const t = useTranslations("resumes");
  const router = useRouter();
  const [isLate, setLate] = useState(!request.queued);
  const [problem, setProblem] = useState<string | null>(null);
  const [working, startWork] = useTransition();
  const { data, refetch } = useQuery({
    queryKey: ["match-status", request.versionId, request.requestedAt],
    queryFn: () => fetchStatus(resumeId, request),
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : POLL_MS),
  });
  const state = data?.state ?? "waiting";

  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (state === "matched") router.refresh();
  }, [state, router]);

  const matchHere = () =>
    startWork(async () => {
      setProblem(null);
      const result = await matchNowAction({ versionId: request.versionId });
      if (!result.ok) setProblem(result.error.code === "conflict" ? t("matching.busy") : t("matching.failed"));
      await refetch();
    });

  const offersHere = state === "failed" || (state === "waiting" && isLate);
  return (
    <div className="flex flex-col gap-3">
      <Stepper
        label={t("upload.stages")}
        steps={[
          { id: "received", label: t("upload.received"), state: "done" },
          { id: "read", label: t("upload.read"), state: "done" },
          { id: "matched", label: t("upload.matched"), state: working ? "current" : STEP[state] },
        ]}
      />
      <p role="status" className="text-muted">
        {working
          ? t("matching.running")
          : state === "matched"
            ? t("matching.matched", { count: data?.matches ?? 0 })
            : state === "waiting" && isLate
              ? t("matching.nobody")
              : t(`matching.${state}`)}
      </p>
      <FormError message={problem} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {state === "matched" && (data?.matches ?? 0) > 0 ? (
          <ButtonLink href={`/matches?resume=${resumeId}`} variant="primary">
            {t("seeMatches")}
          </ButtonLink>
        ) : null}
        {offersHere && !working ? (
          <Button onClick={matchHere}>{t(state === "failed" ? "matching.again" : "matching.now")}</Button>
        ) : null}
      </div>
    </div>
  );
}
