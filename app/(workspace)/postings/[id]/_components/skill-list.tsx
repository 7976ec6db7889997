import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { LOOK_CLASSES } from "@/components/evidence/highlight";
import { labelIn } from "@/components/postings/label-in";
import { Card } from "@/components/ui/card";
import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";
import type { PostingSkillView } from "@/lib/services/postings/get-posting";
import { ReportWrong } from "./report-wrong";

type SkillListProps = { skills: readonly PostingSkillView[]; versionId: string; locale: string; isRead: boolean };

/** The skills of a posting by how strongly it asks for them; a line lights its words in the text. */
export function SkillList({ skills, versionId, locale, isRead }: SkillListProps) {
  const t = useTranslations("postings.detail");
  const strengths = useTranslations("vocabulary.requirement");
  if (!isRead) return null;
  return (
    <Card title={t("skillsTitle")}>
      {skills.length === 0 ? <p className="text-muted">{t("skillsNone")}</p> : null}
      <div className="flex flex-col gap-3">
        {REQUIREMENTS.map((strength) => {
          const own = skills.filter((skill) => skill.requirement === strength);
          if (own.length === 0) return null;
          return (
            <section key={strength} aria-label={strengths(strength)}>
              <h3 className="mb-1 text-xs font-medium text-muted">{strengths(strength)}</h3>
              <ul className="flex flex-col">
                {own.map((skill) => (
                  <li key={skill.id} className="flex items-center justify-between gap-1">
                    <EvidenceLine id={skill.id} className="-ml-2 flex flex-wrap items-baseline gap-x-2">
                      <span className={LOOK_CLASSES[skill.kind]}>{labelIn(skill.labels, locale)}</span>
                      <span className="text-sm text-muted">{t("mentions", { count: skill.mentions.length })}</span>
                    </EvidenceLine>
                    <ReportWrong
                      versionId={versionId}
                      field="skill"
                      skillId={skill.id}
                      what={labelIn(skill.labels, locale)}
                    />
                    <Link
                      href={`/skills/${skill.id}`}
                      aria-label={t("aboutSkill", { skill: labelIn(skill.labels, locale) })}
                      title={t("aboutSkill", { skill: labelIn(skill.labels, locale) })}
                      className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
                    >
                      <ChevronRight aria-hidden className="size-4" />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Card>
  );
}
