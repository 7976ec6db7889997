import type { ChecklistLine } from "@/components/evidence/evidence-checklist";
import type { Highlight } from "@/components/evidence/highlight";
import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";
import type { LabelledEvidence } from "@/lib/services/matches/match-detail";
import { quoteAround } from "./quote-around";

export type Texts = { posting: string; resume: string };

/** One line of a checklist together with where its words stand. */
export type MatchLine = { line: ChecklistLine; posting: Highlight | null; resume: Highlight | null };

/** Evidence as lines: required first, otherwise in its own order, each with its words and highlights under one id. */
export function matchLines(
  evidence: readonly LabelledEvidence[],
  texts: Texts,
  nameOf: (line: LabelledEvidence) => string,
): MatchLine[] {
  const rank = ({ strength }: LabelledEvidence) => REQUIREMENTS.indexOf(strength);
  return evidence
    .map((item, index) => {
      const id = `e${index}`;
      const label = nameOf(item);
      const lit = (span: LabelledEvidence["posting"]): Highlight | null =>
        span === null ? null : { start: span.start, end: span.end, id, label, look: item.status };
      const { strength, status, via } = item;
      const line = {
        id,
        label,
        strength,
        status,
        via,
        postingWords: item.posting === null ? null : quoteAround(texts.posting, item.posting),
        resumeWords: item.resume === null ? null : quoteAround(texts.resume, item.resume),
      };
      return { item, line, posting: lit(item.posting), resume: lit(item.resume) };
    })
    .sort((a, b) => rank(a.item) - rank(b.item))
    .map(({ line, posting, resume }) => ({ line, posting, resume }));
}
