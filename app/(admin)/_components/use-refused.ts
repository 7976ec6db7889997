import { useLocale, useTranslations } from "next-intl";
import type { Failure } from "@/lib/entry/action-result";

/** Why an administrator's request was refused: in English as the service says it, in another language by its code. */
export function useRefused(): (failure: Failure) => string {
  const t = useTranslations("findings.refused");
  const locale = useLocale();
  return ({ code, message, reference = "–" }) =>
    locale === "en" && code !== "internal" ? message : t(code, { reference });
}
