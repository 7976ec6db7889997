"use client";

import { useTranslations } from "next-intl";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/core/accounts/password-policy";
import type { AppErrorCode } from "@/lib/core/kernel/app-error";
import type { Failure } from "@/lib/entry/action-result";

const PROBLEMS = [
  "email_invalid",
  "password_missing",
  "password_too_short",
  "password_too_long",
  "password_common",
  "password_is_email",
  "name_too_long",
  "name_invalid",
  "token_name_missing",
  "confirmation_missing",
] as const;

/** Words for some codes that say more in one form than in general. */
export type FailureWords = Partial<Record<AppErrorCode, string>>;

/** Turns a failure into words in the reader's language: one sentence for the form, and those of each field. */
export function useFailure(words: FailureWords = {}) {
  const t = useTranslations("auth");
  const problemText = (problem: string): string => {
    const known = PROBLEMS.find((key) => key === problem);
    return known === undefined
      ? t("failure.invalid_input")
      : t(`problem.${known}`, { min: PASSWORD_MIN, max: PASSWORD_MAX });
  };
  return {
    message: (error: Failure | null): string | null =>
      error === null ? null : (words[error.code] ?? t(`failure.${error.code}`, { reference: error.reference ?? "–" })),
    fieldErrors: (error: Failure | null, name: string): string[] => (error?.fields?.[name] ?? []).map(problemText),
  };
}
