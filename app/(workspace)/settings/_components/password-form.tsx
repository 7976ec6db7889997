"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PASSWORD_MIN } from "@/lib/core/accounts/password-policy";
import { changePasswordAction } from "../actions";
import { SavedNote } from "./saved-note";

export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations("settings.password");
  const auth = useTranslations("auth");
  return (
    <ActionForm action={changePasswordAction} words={{ forbidden: t("wrong") }}>
      {({ data, pending, errorsOf }) => (
        <>
          <p className="text-muted">{t(hasPassword ? "lead" : "none")}</p>
          {hasPassword ? <PasswordField label={t("current")} name="current" autoComplete="current-password" /> : null}
          <PasswordField
            label={auth("field.newPassword")}
            name="password"
            autoComplete="new-password"
            hint={auth("passwordHint", { min: PASSWORD_MIN })}
            errors={errorsOf("password")}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton variant="secondary" pending={pending}>
              {t("save")}
            </SubmitButton>
            <SavedNote shown={data !== null && !pending}>{t("done", { count: data?.revoked ?? 0 })}</SavedNote>
          </div>
        </>
      )}
    </ActionForm>
  );
}
