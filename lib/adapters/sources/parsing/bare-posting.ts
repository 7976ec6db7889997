import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";

/** A posting of which nothing is stated but what tells it from others. */
export function barePosting(
  known: Pick<ParsedPosting, "source" | "externalId" | "url" | "title"> & Partial<ParsedPosting>,
): ParsedPosting {
  return {
    company: null,
    location: null,
    postedAt: null,
    validThrough: null,
    employmentType: null,
    workplace: null,
    salary: null,
    description: "",
    descriptionFormat: "text",
    tags: [],
    lang: null,
    warnings: [],
    ...known,
  };
}
