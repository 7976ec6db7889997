"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextLink } from "@/components/ui/text-link";
import { signInAction } from "../actions";

/** E-mail and password. */
export function SignInForm({ next, email = "" }: { next: string; email?: string }) {
  const t = useTranslations("auth");
  return (
    <ActionForm action={signInAction} words={{ unauthenticated: t("signIn.wrong") }}>
      {({ pending, errorsOf }) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label={t("field.email")}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email}
            errors={errorsOf("email")}
            required
          />
          <PasswordField
            label={t("field.password")}
            name="password"
            autoComplete="current-password"
            errors={errorsOf("password")}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <SubmitButton pending={pending}>{t("signIn.submit")}</SubmitButton>
            <TextLink href="/forgot">{t("signIn.forgot")}</TextLink>
          </div>
        </>
      )}
    </ActionForm>
  );
}
