import { useTranslations } from "next-intl";
import { SAME_CODES } from "@/lib/core/dedupe/dedupe-types";
import type { ListingView } from "@/lib/services/postings/get-posting";

const JOINS = ["new", "same_content", "near_copy", "joined_by_hand", "split", "split_by_hand"] as const;

/** Says in words why a listing stands under its posting: "97 % of the text is the same; same title, employer and place". */
export function useJoinWords(): (listing: Pick<ListingView, "joinReason" | "joinReasons">) => string {
  const t = useTranslations("postings.detail");
  const reasonOf = ({ code, share }: ListingView["joinReasons"][number]): string[] => {
    const known = SAME_CODES.find((one) => one === code);
    if (known === undefined) return [];
    if (share === null || (known === "same_text" && share >= 1)) return [t(`reason.${known}`)];
    const percent = Math.floor(share * 100);
    if (known === "contained_text") return [t("sharedText.contained_text", { percent })];
    const isOfText = known === "same_text" || known === "similar_text";
    return isOfText ? [t("share", { percent })] : [t(`reason.${known}`), t("share", { percent })];
  };
  return ({ joinReason, joinReasons }) => {
    const known = JOINS.find((one) => one === joinReason);
    const lead = known === undefined ? t("join.other", { code: joinReason }) : t(`join.${known}`);
    const words = [...new Set(joinReasons.flatMap(reasonOf))].join("; ");
    if (words === "" || known === "joined_by_hand") return lead;
    return known === "near_copy" ? sentence(words) : `${lead} ${sentence(words)}`;
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
