"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { deleteAccountAction } from "../actions";

/** The one thing that cannot be undone, and so the one that asks for proof. */
export function DeleteForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("settings.delete");
  return (
    <ActionForm action={deleteAccountAction} words={{ forbidden: t("wrong"), conflict: t("lastAdmin") }}>
      {({ pending, errorsOf }) => (
        <>
          <p className="text-muted">{t("lead")}</p>
          {hasPassword ? (
            <PasswordField
              label={t("password")}
              name="confirmation"
              autoComplete="current-password"
              errors={errorsOf("confirmation")}
            />
          ) : (
            <TextField
              label={t("email")}
              name="confirmation"
              type="email"
              autoComplete="off"
              errors={errorsOf("confirmation")}
              required
            />
          )}
          <SubmitButton variant="danger" pending={pending} className="self-start">
            {t("submit")}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
