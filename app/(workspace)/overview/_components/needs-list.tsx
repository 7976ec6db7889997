import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { TONE_ICONS } from "@/components/ui/badge";
import { useOutcome } from "../../../_components/use-outcome";
import type { Need } from "@/lib/services/overview/what-needs-me";

function hrefOf(need: Need): string {
  switch (need.kind) {
    case "no_resume":
      return "/resumes";
    case "no_sources":
    case "source_down":
      return "/admin/sources";
    case "match_failed":
    case "match_waiting":
    case "check_resume":
      return `/resumes/${need.resumeId}`;
  }
}

/** What waits for the person, each with the way to it. */
export function NeedsList({ needs }: { needs: readonly Need[] }) {
  const t = useTranslations("overview");
  const outcome = useOutcome();
  const words = (need: Need): string => {
    switch (need.kind) {
      case "no_resume":
      case "no_sources":
        return t(`need.${need.kind}`);
      case "match_failed":
      case "match_waiting":
        return t(`need.${need.kind}`, { title: need.title });
      case "check_resume":
        return t("need.check_resume", { title: need.title, count: need.count });
      case "source_down":
        return t("need.source_down", { name: need.name, outcome: outcome(need) ?? t("need.source_down_unknown") });
    }
  };
  if (needs.length === 0) return <p className="text-muted">{t("needsNone")}</p>;
  return (
    <ul className="flex flex-col gap-2.5">
      {needs.map((need) => {
        const isTrouble = need.kind === "match_failed" || need.kind === "source_down";
        const Icon = isTrouble ? TONE_ICONS.warn : TONE_ICONS.info;
        return (
          <li key={`${need.kind} ${hrefOf(need)} ${words(need)}`} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isTrouble ? "text-warn" : "text-muted"}`} />
            <span className="grow wrap-anywhere">{words(need)}</span>
            <TextLink href={hrefOf(need)} className="shrink-0">
              {t(`needAction.${need.kind}`)}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
