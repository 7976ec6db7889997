"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { ActionResult } from "@/lib/entry/action-result";
import type { SavedRates } from "@/lib/services/rates/save-rates";

type Saving = {
  pending: boolean;
  problem: string | null;
  bad: SavedRates["bad"];
  /** Sends what was given; calls `onSaved` where every line of it was stored. */
  send: (work: () => Promise<ActionResult<SavedRates>>, onSaved: () => void) => void;
};

/** Storing rates from a form: what is under way, what was refused, and the lines that were not understood. */
export function useSaving(): Saving {
  const t = useTranslations("rates");
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [bad, setBad] = useState<SavedRates["bad"]>([]);
  const send: Saving["send"] = (work, onSaved) =>
    start(async () => {
      const result = await work();
      if (!result.ok) {
        setBad([]);
        setProblem(t(result.error.code === "invalid_input" ? "invalid" : "failed"));
        return;
      }
      setProblem(null);
      setBad(result.data.bad);
      if (result.data.saved > 0) toast(t("saved", { count: result.data.saved }));
      if (result.data.bad.length === 0) onSaved();
    });
  return { pending, problem, bad, send };
}
