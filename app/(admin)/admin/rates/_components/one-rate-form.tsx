"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { setRateAction } from "../actions";
import { useSaving } from "./use-saving";

/** One rate by hand. */
export function OneRateForm({ today }: { today: string }) {
  const t = useTranslations("rates");
  const { pending, problem, bad, send } = useSaving();
  const [rate, setRate] = useState({ currency: "", usd: "", day: today, source: "" });
  const set = (change: Partial<typeof rate>) => setRate((now) => ({ ...now, ...change }));
  const errorsOf = (reasons: readonly string[]) =>
    bad.filter(({ reason }) => reasons.includes(reason)).map(({ reason }) => t(`badRate.${reason}`));
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send(
          () => setRateAction(rate),
          () => set({ currency: "", usd: "" }),
        );
      }}
    >
      <TextField
        label={t("currencyField")}
        hint={t("currencyHint")}
        errors={errorsOf(["bad_currency"])}
        value={rate.currency}
        maxLength={3}
        autoComplete="off"
        autoCapitalize="characters"
        required
        className="font-mono uppercase"
        onChange={(event) => set({ currency: event.target.value })}
      />
      <TextField
        label={t("usdField")}
        errors={errorsOf(["bad_number", "upside_down", "not_two_fields"])}
        value={rate.usd}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        required
        onChange={(event) => set({ usd: event.target.value })}
      />
      <TextField
        label={t("oneDayField")}
        errors={errorsOf(["bad_day", "ahead"])}
        type="date"
        max={today}
        value={rate.day}
        required
        onChange={(event) => set({ day: event.target.value })}
      />
      <TextField
        label={t("sourceField")}
        value={rate.source}
        maxLength={100}
        required
        onChange={(event) => set({ source: event.target.value })}
      />
      <FormError message={problem} />
      <SubmitButton variant="secondary" pending={pending} className="self-start">
        {t("oneButton")}
      </SubmitButton>
    </form>
  );
}
