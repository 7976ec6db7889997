import { useTranslations } from "next-intl";
import type { EvidenceCount } from "@/lib/core/matching/count-evidence";

type SkillLineProps = { skills: EvidenceCount; asked: number | null; shown: number | null };

/** "8 of 10 asked skills · 5 y of 4 y": what is asked and what is shown of it. */
export function SkillLine({ skills, asked, shown }: SkillLineProps) {
  const t = useTranslations("matches");
  const facts = [
    skills.asked === 0 ? t("noSkills") : t("askedSkills", { shown: skills.shown, asked: skills.asked }),
    ...(skills.partly === 0 ? [] : [t("related", { count: skills.partly })]),
    ...(asked === null ? [] : [shown === null ? t("yearsAsked", { asked }) : t("yearsOf", { shown, asked })]),
  ];
  return <p className="tabular text-sm">{facts.join(" · ")}</p>;
}
