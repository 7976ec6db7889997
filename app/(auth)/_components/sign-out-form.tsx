"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/accounts/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { signOutAction } from "../actions";

/** One button; a link would end sessions when a browser merely looks ahead. */
export function SignOutForm() {
  const t = useTranslations("auth");
  return (
    <ActionForm action={signOutAction}>
      {({ pending }) => (
        <SubmitButton pending={pending} className="self-start">
          {t("signOut.submit")}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
