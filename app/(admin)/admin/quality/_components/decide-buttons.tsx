"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import type { CorrectionState } from "@/lib/services/corrections/correction-input";
import { decideCorrectionAction } from "../actions";

/** How long a decision can be taken back, in ms. */
const UNDO = 10_000;

type DecideButtonsProps = { id: string; state: CorrectionState; what: string };

/** Takes or dismisses a report, which can be undone for ten seconds; opens a decided one again. */
export function DecideButtons({ id, state, what }: DecideButtonsProps) {
  const t = useTranslations("quality");
  const [pending, start] = useTransition();
  const decide = (next: CorrectionState, isUndo = false) =>
    start(async () => {
      const result = await decideCorrectionAction({ id, state: next });
      if (!result.ok) toast.error(t("failed"));
      else if (isUndo) toast(t("decided"));
      else toast(t("decided"), { duration: UNDO, action: { label: t("undo"), onClick: () => decide(state, true) } });
    });
  if (state !== "open")
    return (
      <Button size="sm" disabled={pending} aria-label={t("reopenNamed", { what })} onClick={() => decide("open")}>
        {t("reopen")}
      </Button>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" disabled={pending} aria-label={t("takeNamed", { what })} onClick={() => decide("taken")}>
        {t("take")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        disabled={pending}
        aria-label={t("dismissNamed", { what })}
        onClick={() => decide("dismissed")}
      >
        {t("dismiss")}
      </Button>
    </div>
  );
}
