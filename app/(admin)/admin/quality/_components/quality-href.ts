import type { CorrectionState } from "@/lib/services/corrections/correction-input";
import type { CandidateState } from "@/lib/services/terms/list-candidates";

/** What the address of the page says: which reports and which terms are shown, and which page of these. */
export type QualityView = { state: CorrectionState; terms: CandidateState; page: number };

/** The address of the page in another view; what is usual is left out. */
export function qualityHref({ state, terms, page }: QualityView, anchor: "terms" | "corrections"): string {
  const params = new URLSearchParams({
    ...(terms === "open" ? {} : { terms }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(state === "open" ? {} : { state }),
  }).toString();
  return `/admin/quality${params === "" ? "" : `?${params}`}#${anchor}`;
}
