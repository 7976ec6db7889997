"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Banner } from "@/components/ui/banner";
import { requestResetAction } from "../actions";

/** Asks for a reset link; the answer does not say whether the address has an account. */
export function ForgotForm() {
  const t = useTranslations("auth");
  return (
    <ActionForm action={requestResetAction}>
      {({ data, pending, errorsOf }) => (
        <>
          <div role="status">{data ? <Banner inside>{t("forgot.accepted")}</Banner> : null}</div>
          <TextField
            label={t("field.email")}
            name="email"
            type="email"
            autoComplete="username"
            errors={errorsOf("email")}
            required
          />
          <SubmitButton pending={pending} className="self-start">
            {t("forgot.submit")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
