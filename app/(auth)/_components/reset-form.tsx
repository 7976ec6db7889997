"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { PASSWORD_MIN } from "@/lib/core/accounts/password-policy";
import { resetPasswordAction } from "../actions";

/** Sets the new password by the link's token. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  return (
    <ActionForm action={resetPasswordAction}>
      {({ data, pending, errorsOf }) =>
        data ? (
          <div role="status" className="flex flex-col gap-3">
            <Banner inside tone="ok">
              {t("reset.done")}
            </Banner>
            <TextLink href="/sign-in">{t("signIn.submit")}</TextLink>
          </div>
        ) : (
          <>
            <input type="hidden" name="token" value={token} />
            <PasswordField
              label={t("field.newPassword")}
              name="password"
              autoComplete="new-password"
              hint={t("passwordHint", { min: PASSWORD_MIN })}
              errors={errorsOf("password")}
            />
            <SubmitButton pending={pending} className="self-start">
              {t("reset.submit")}
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}
