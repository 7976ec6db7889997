import { useLocale, useTranslations } from "next-intl";
import { HighlightedText } from "@/components/evidence/highlighted-text";
import { FilteredMarks, MarkFilter, MarkSwitches } from "@/components/evidence/mark-filter";
import { MentionNotes } from "@/components/evidence/mention-notes";
import { labelIn } from "@/components/postings/label-in";
import { Card } from "@/components/ui/card";
import type { PostingDetail } from "@/lib/services/postings/get-posting";
import { factHighlights } from "./fact-highlights";
import { SkillNote } from "./skill-note";

/** The text of a posting by its parts: skills are marked and explain themselves, words behind facts light up with them. */
export function PostingText({ posting }: { posting: PostingDetail }) {
  const t = useTranslations("postings.detail");
  const sections = useTranslations("reading.section");
  const locale = useLocale();
  const { facts, skills, text, blocks, lang } = posting;
  const named = skills.map((skill) => ({ skill, label: labelIn(skill.labels, locale) }));
  const mentions = named.flatMap(({ skill, label }) =>
    skill.mentions
      .filter(({ field }) => field === "text")
      .map(({ start, end }) => ({
        start,
        end,
        id: skill.id,
        look: skill.kind,
        strength: skill.requirement,
        label,
      })),
  );
  const notes = Object.fromEntries(
    named.map(({ skill, label }) => [
      skill.id,
      { title: label, note: <SkillNote skill={skill} label={label} versionId={posting.versionId} /> },
    ]),
  );
  const parts = (facts?.sections ?? []).flatMap(({ kind, start, end }) =>
    kind === "other" ? [] : { start, end, label: sections(kind) },
  );
  return (
    <MarkFilter>
      <Card title={t("text")} aside={mentions.length > 0 ? <MarkSwitches /> : null}>
        <FilteredMarks>
          <MentionNotes notes={notes}>
            <HighlightedText
              text={text}
              blocks={blocks}
              highlights={[...mentions, ...factHighlights(facts?.evidence ?? {})]}
              lang={lang}
              parts={parts}
            />
          </MentionNotes>
        </FilteredMarks>
      </Card>
    </MarkFilter>
  );
}
