import { useLocale, useTranslations } from "next-intl";
import { labelIn } from "@/components/postings/label-in";
import type { ActionResult } from "@/lib/entry/action-result";
import type { TermRefusal } from "@/lib/services/terms/term-refusal";

/** What is said of a decision that did not come to stand; null of one that did. */
export function useRefusalWords(): (result: ActionResult<{ refusal: TermRefusal | null }>) => string | null {
  const t = useTranslations("quality.terms.refused");
  const locale = useLocale();
  return (result) => {
    if (!result.ok) return t(result.error.code === "invalid_input" ? "input" : "failed");
    const { refusal } = result.data;
    if (refusal === null) return null;
    const { reason, name } = refusal;
    return "owner" in refusal
      ? t(reason, { name, skill: labelIn(refusal.owner.labels, locale) })
      : t(reason, { name, skill: "" });
  };
}
