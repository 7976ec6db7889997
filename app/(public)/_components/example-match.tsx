import { useLocale, useTranslations } from "next-intl";
import { type ChecklistLine, EvidenceChecklist } from "@/components/evidence/evidence-checklist";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import type { Highlight } from "@/components/evidence/highlight";
import { HighlightKey } from "@/components/evidence/highlight-key";
import { HighlightedText } from "@/components/evidence/highlighted-text";
import { Chip } from "@/components/ui/badge";
import { ScoreBadge } from "@/components/ui/score-badge";
import { StackedBar } from "@/components/ui/stacked-bar";
import { EXAMPLE_BOOST, EXAMPLE_PARTS, EXAMPLE_REQUIREMENTS, exampleScore } from "./example-data";

type Side = "posting" | "resume";

/** An invented match, drawn with the parts that draw the real ones. */
export function ExampleMatch() {
  const t = useTranslations("landing.example");
  const word = useTranslations("vocabulary");
  const guidance = useTranslations("common")("guidance");
  const lang = useLocale();
  const lines: ChecklistLine[] = EXAMPLE_REQUIREMENTS.map(({ id, strength, status, isRelated }) => ({
    id,
    label: t(`req.${id}`),
    strength,
    status,
    postingWords: t(`postingWords.${id}`),
    resumeWords: id === "powerbi" ? null : t(`resumeWords.${id}`),
    via: isRelated ? t("via") : null,
  }));
  const text = { posting: t("postingText"), resume: t("resumeText") };
  const { score, band } = exampleScore();

  return (
    <EvidenceLinks>
      <section aria-label={t("label")} className="rounded-card border bg-surface">
        <p className="flex flex-wrap items-center gap-2 border-b px-4 py-2 text-sm text-muted">
          <Chip>{t("label")}</Chip>
          {t("note")}
        </p>
        <div className="flex flex-col gap-3 border-b p-4">
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <ScoreBadge score={score} band={band} size="lg" />
            <div>
              <h2 className="text-md font-semibold">{t("title")}</h2>
              <p className="text-muted">{t("facts")}</p>
            </div>
          </div>
          <StackedBar
            parts={EXAMPLE_PARTS.map((part) => ({ ...part, label: word(`part.${part.id}`) }))}
            boost={EXAMPLE_BOOST}
          />
          <p className="text-sm text-muted">
            {t("confidence")} {guidance}
          </p>
        </div>
        <div className="grid phone:grid-cols-2">
          <div className="border-b p-2 phone:border-r phone:border-b-0">
            <h3 className="px-2 pt-2 pb-1 text-sm font-semibold">{t("checklist")}</h3>
            <EvidenceChecklist label={t("checklist")} lines={lines} />
          </div>
          <div className="flex flex-col gap-4 p-4">
            {(["posting", "resume"] as const).map((side) => (
              <div key={side}>
                <h3 className="mb-1 text-sm font-semibold">{t(side)}</h3>
                <HighlightedText
                  text={text[side]}
                  blocks={[]}
                  highlights={highlights(side, text[side], lines)}
                  lang={lang}
                />
              </div>
            ))}
            <HighlightKey of="evidence" />
          </div>
        </div>
      </section>
    </EvidenceLinks>
  );
}

function highlights(side: Side, text: string, lines: readonly ChecklistLine[]): Highlight[] {
  return lines.flatMap(({ id, label, status, postingWords, resumeWords }) => {
    const words = side === "posting" ? postingWords : resumeWords;
    const start = words === null ? -1 : text.indexOf(words);
    return words === null || start < 0 ? [] : [{ id, label, look: status, start, end: start + words.length }];
  });
}
