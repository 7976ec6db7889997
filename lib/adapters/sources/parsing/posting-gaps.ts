import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";

const EXPECTED = ["company", "location", "url", "postedAt", "description"] as const;

/** One sentence for each expected field that a posting does not have. */
export function gapsOf(posting: Pick<ParsedPosting, (typeof EXPECTED)[number]>): string[] {
  return EXPECTED.flatMap((field) =>
    posting[field] === null || posting[field] === "" ? [`${field} is missing.`] : [],
  );
}
