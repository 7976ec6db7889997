"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { MatchRequest } from "@/lib/services/resumes/request-match";
import { requestMatchAction } from "../actions";
import { MatchProgress } from "./match-progress";

/** Asks for a version to be matched again and shows how far it is. */
export function RematchButton({ resumeId, versionId }: { resumeId: string; versionId: string }) {
  const t = useTranslations("resumes.matching");
  const failures = useTranslations("auth.failure");
  const [request, setRequest] = useState<MatchRequest | null>(null);
  const [asking, startAsking] = useTransition();

  const ask = () =>
    startAsking(async () => {
      const result = await requestMatchAction({ versionId });
      if (result.ok) setRequest(result.data);
      else toast.error(failures(result.error.code, { reference: result.error.reference ?? "–" }));
    });

  return (
    <>
      <Button aria-disabled={asking} onClick={() => (asking ? undefined : ask())}>
        <RefreshCw aria-hidden className="size-4" />
        {t("again")}
      </Button>
      <Dialog title={t("again")} open={request !== null} onOpenChange={(open) => (open ? undefined : setRequest(null))}>
        {request === null ? null : <MatchProgress resumeId={resumeId} request={request} />}
      </Dialog>
    </>
  );
}
