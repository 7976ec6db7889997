"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { Weights } from "@/lib/core/matching/match-types";
import { resetWeightsAction, updateWeightsAction } from "../actions";
import { SavedNote } from "./saved-note";

const PARTS = ["skills", "experience", "keywords"] as const;

type WeightsFormProps = { weights: Weights; defaults: Weights; isOwn: boolean };

/** How much each part of the score counts, as numbers, with a way back to the defaults. */
export function WeightsForm({ weights, defaults, isOwn }: WeightsFormProps) {
  const t = useTranslations("settings.weights");
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{t("lead")}</p>
      <ActionForm
        key={PARTS.map((part) => weights[part]).join("-")}
        action={updateWeightsAction}
        words={{ invalid_input: t("bad") }}
      >
        {({ data, pending }) => (
          <>
            <div className="grid gap-4 phone:grid-cols-3">
              {PARTS.map((part) => (
                <TextField
                  key={part}
                  label={t(part)}
                  name={part}
                  type="number"
                  inputMode="decimal"
                  min={0}
                  max={1000}
                  step="any"
                  defaultValue={weights[part]}
                  className="tabular"
                  required
                />
              ))}
            </div>
            <p className="tabular text-sm text-muted">
              {t("inUse", { which: t(isOwn ? "own" : "standard") })} · {t("defaults", defaults)}
            </p>
            <div className="flex items-center gap-3">
              <SubmitButton variant="secondary" pending={pending}>
                {t("save")}
              </SubmitButton>
              <SavedNote shown={data !== null && !pending} />
            </div>
          </>
        )}
      </ActionForm>
      {isOwn ? (
        <ActionForm action={resetWeightsAction}>
          {({ pending }) => (
            <SubmitButton variant="ghost" pending={pending} className="self-start">
              {t("reset")}
            </SubmitButton>
          )}
        </ActionForm>
      ) : null}
    </div>
  );
}
