import { useTranslations } from "next-intl";

const REASONS = ["stated", "valid_through", "missing_from_crawls", "gone"] as const;

/** Says in words why a listing was closed. */
export function useClosedReason(): (reason: string) => string {
  const t = useTranslations("postings.detail.closedReason");
  return (reason) => {
    const known = REASONS.find((one) => one === reason);
    return known === undefined ? t("other", { reason: reason === "" ? "–" : reason }) : t(known);
  };
}
