import { CircleCheck, CircleDashed, CircleDot, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { EvidenceStatus } from "@/lib/core/matching/match-types";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import { EvidenceLine } from "./evidence-line";

export type ChecklistLine = {
  id: string;
  label: string;
  strength: Requirement;
  status: EvidenceStatus;
  postingWords: string | null;
  resumeWords: string | null;
  via: string | null;
};

const ICONS = { met: CircleCheck, partly: CircleDashed, prose: CircleDot, missing: Circle } as const;
const ICON_CLASSES: Record<EvidenceStatus, string> = {
  met: "text-ok",
  partly: "text-warn",
  prose: "text-accent",
  missing: "text-muted",
};

/** What a posting asks for, line by line, with the words on both sides. The order is the caller's: required first. */
export function EvidenceChecklist({ label, lines }: { label: string; lines: readonly ChecklistLine[] }) {
  const t = useTranslations("evidence");
  const status = useTranslations("vocabulary.status");
  const strength = useTranslations("vocabulary.requirement");
  return (
    <ul aria-label={label} className="flex flex-col">
      {lines.map((line) => {
        const Icon = ICONS[line.status];
        return (
          <li key={line.id}>
            <EvidenceLine id={line.id} className="grid grid-cols-[auto_1fr] gap-x-2">
              <Icon aria-hidden className={cx("mt-0.5 size-4", ICON_CLASSES[line.status])} />
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span
                  className={
                    line.status === "missing"
                      ? "rounded-control border border-dashed border-line-strong px-1.5"
                      : "font-medium"
                  }
                >
                  {line.label}
                </span>
                <span className="text-sm text-muted">
                  {strength(line.strength)} · <span className="text-ink">{status(line.status)}</span>
                </span>
              </span>
              <span className="col-start-2 text-sm text-muted">
                {line.postingWords === null ? t("notInPosting") : `${t("inPosting")}: “${line.postingWords}”`}
              </span>
              <span className="col-start-2 text-sm text-muted">
                {line.resumeWords === null ? t("notInResume") : `${t("inResume")}: “${line.resumeWords}”`}
                {line.via === null ? null : ` (${t("via", { via: line.via })})`}
              </span>
            </EvidenceLine>
          </li>
        );
      })}
    </ul>
  );
}
