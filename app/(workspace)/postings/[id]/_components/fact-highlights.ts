import type { Highlight } from "@/components/evidence/highlight";
import type { PostingFacts } from "@/lib/services/postings/reading-shape";

/** The id that a fact's line and its words in the text light up by. */
export function factId(field: string): string {
  return `fact:${field}`;
}

/** The words in the text that facts rest on, unseen until their fact is pointed at. */
export function factHighlights(evidence: PostingFacts["evidence"]): Highlight[] {
  return Object.entries(evidence).flatMap(([field, words]) =>
    words
      .filter((word) => word.field === "text")
      .map(({ start, end }) => ({ start, end, id: factId(field), look: "quiet", label: "" }) as const),
  );
}
