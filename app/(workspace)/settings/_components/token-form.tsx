"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Banner } from "@/components/ui/banner";
import { createApiTokenAction } from "../actions";

/** Makes a token and shows its secret, this once. */
export function TokenForm() {
  const t = useTranslations("settings.tokens");
  return (
    <ActionForm action={createApiTokenAction} words={{ conflict: t("full") }}>
      {({ data, pending, errorsOf }) => (
        <>
          <div role="status">
            {data ? (
              <Banner inside tone="ok">
                <p>{t("once")}</p>
                <code className="block font-mono break-all select-all">{data.token}</code>
              </Banner>
            ) : null}
          </div>
          <div className="grid gap-4 phone:grid-cols-2">
            <TextField label={t("name")} name="name" autoComplete="off" errors={errorsOf("name")} required />
            <TextField
              label={t("days")}
              name="days"
              type="number"
              inputMode="numeric"
              min={1}
              max={3650}
              hint={t("daysHint")}
              errors={errorsOf("days")}
            />
          </div>
          <SubmitButton variant="secondary" pending={pending} className="self-start">
            {t("create")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
