import { useTranslations } from "next-intl";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { LOOK_CLASSES } from "./highlight";

const STATUSES = ["met", "partly", "prose", "missing"] as const;

/** Says what the patterns mean: the four statuses of evidence, or the four kinds of skill. */
export function HighlightKey({ of }: { of: "evidence" | "kinds" }) {
  const t = useTranslations("evidence");
  const status = useTranslations("vocabulary.status");
  const kind = useTranslations("vocabulary.kind");
  const entries =
    of === "evidence"
      ? STATUSES.map((look) => ({ look, word: status(look) }))
      : SKILL_KINDS.map((look) => ({ look, word: kind(look) }));
  return (
    <ul aria-label={t("key")} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {entries.map(({ look, word }) => (
        <li key={look}>
          <span className={LOOK_CLASSES[look]}>{word}</span>
        </li>
      ))}
    </ul>
  );
}
