"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/accounts/action-form";
import { PasswordField } from "@/components/forms/password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Banner } from "@/components/ui/banner";
import { PASSWORD_MIN } from "@/lib/core/accounts/password-policy";
import type { ActionResult } from "@/lib/entry/action-result";
import { signUpAction } from "../actions";
import { SignInForm } from "./sign-in-form";

/** Makes an account; what follows is the same whether or not the address was free: signing in. */
export function SignUpForm({ next, children }: { next: string; children?: ReactNode }) {
  const t = useTranslations("auth");
  const [accepted, setAccepted] = useState<string | null>(null);
  const action = async (previous: ActionResult<{ email: string }> | null, form: FormData) => {
    const result = await signUpAction(previous, form);
    if (result.ok) setAccepted(result.data.email);
    return result;
  };
  if (accepted !== null) {
    return (
      <>
        <div role="status">
          <Banner inside>{t("signUp.accepted")}</Banner>
        </div>
        <SignInForm next={next} email={accepted} />
      </>
    );
  }
  return (
    <>
      {children}
      <ActionForm action={action}>
        {({ pending, errorsOf }) => <SignUpFields pending={pending} errorsOf={errorsOf} />}
      </ActionForm>
    </>
  );
}

function SignUpFields({ pending, errorsOf }: { pending: boolean; errorsOf: (name: string) => string[] }) {
  const t = useTranslations("auth");
  return (
    <>
      <TextField
        label={t("field.email")}
        name="email"
        type="email"
        autoComplete="username"
        errors={errorsOf("email")}
        required
      />
      <PasswordField
        label={t("field.password")}
        name="password"
        autoComplete="new-password"
        hint={t("passwordHint", { min: PASSWORD_MIN })}
        errors={errorsOf("password")}
      />
      <TextField
        label={t("field.name")}
        name="name"
        autoComplete="name"
        hint={t("field.nameHint")}
        errors={errorsOf("name")}
      />
      <SubmitButton pending={pending} className="self-start">
        {t("signUp.submit")}
      </SubmitButton>
    </>
  );
}
