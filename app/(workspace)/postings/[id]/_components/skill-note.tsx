import { useTranslations } from "next-intl";
import { ExternalLink, TextLink } from "@/components/ui/text-link";
import type { PostingSkillView } from "@/lib/services/postings/get-posting";
import { confidenceWord } from "./confidence-word";
import { ReportWrong } from "./report-wrong";

const METHODS = ["label", "alias", "context", "version", "structured", "spelling"] as const;

type SkillNoteProps = { skill: PostingSkillView; label: string; versionId: string };

/** What is known of a skill that a text names: its kind, how strongly it is asked for, how sure that is and what defines it. */
export function SkillNote({ skill, label, versionId }: SkillNoteProps) {
  const t = useTranslations("reading");
  const kinds = useTranslations("vocabulary.kind");
  const strengths = useTranslations("vocabulary.requirement");
  const method = METHODS.find((known) => known === skill.method);
  const words = t(`confidence.${confidenceWord(skill.confidence)}`);
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{label}</p>
      <p>{t("note.title", { kind: kinds(skill.kind), strength: strengths(skill.requirement).toLowerCase() })}</p>
      <p className="text-muted">
        {t("confidenceNote", { words, ratio: skill.confidence })},{" "}
        {method === undefined ? t("skillMethod.other", { method: skill.method }) : t(`skillMethod.${method}`)}
      </p>
      <div className="flex flex-wrap items-center gap-x-4">
        <TextLink href={`/skills/${skill.id}`}>{t("note.about")}</TextLink>
        {skill.esco === null ? null : <ExternalLink href={skill.esco}>{t("note.esco")}</ExternalLink>}
        <span className="ml-auto">
          <ReportWrong versionId={versionId} field="skill" skillId={skill.id} what={label} />
        </span>
      </div>
    </div>
  );
}
