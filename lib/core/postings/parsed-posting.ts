import type { EmploymentType, Salary, Workplace } from "./posting-fields";

/** What an adapter's pure `parse` reads from one raw document: the source's own statements, nothing inferred. */
export type ParsedPosting = {
  source: string;
  /** The source's own id of the advert; where it has none, a hash of its canonical URL or content. */
  externalId: string;
  url: string | null;
  title: string;
  company: string | null;
  location: string | null;
  /** ISO 8601 instant or `YYYY-MM-DD`; null where not stated or not a real date. */
  postedAt: string | null;
  validThrough: string | null;
  employmentType: EmploymentType | null;
  workplace: Workplace | null;
  salary: Salary | null;
  /** Foreign HTML or plain text, exactly as stated; `toCanonicalText` makes the stored text of it. */
  description: string;
  descriptionFormat: "html" | "text";
  /** Skill names or tags that the source gives apart from the text. */
  tags: string[];
  /** Two-letter language where the source states one. */
  lang: string | null;
  /** The source's own word that the advert is closed; absent means open. */
  closed?: boolean;
  /** Fields that were expected and missing, or read with doubt: one plain sentence each. */
  warnings: string[];
};
