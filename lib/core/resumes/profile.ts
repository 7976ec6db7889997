import type { Span } from "@/lib/core/kernel/span";
import type { Seniority } from "@/lib/core/postings/posting-fields";
import type { FoundSkill } from "@/lib/core/skills/skill-types";

/** `YYYY-MM`, or null where the résumé does not say. */
export type YearMonth = string | null;

export type Position = {
  title: string | null;
  employer: string | null;
  place: string | null;
  from: YearMonth;
  to: YearMonth;
  current: boolean;
};

export type Education = { degree: string | null; institution: string | null; from: YearMonth; to: YearMonth };

/** What was read from a résumé; the shape of the CLI contract without `file`. Spans point into `text`. */
export type Profile = {
  lang: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  links: string[];
  summary: string | null;
  positions: Position[];
  education: Education[];
  certifications: string[];
  languages: { lang: string; level: string | null }[];
  skills: FoundSkill[];
  /** Years of work, overlapping positions counted once; null where no position is dated. */
  totalYears: number | null;
  seniority: Seniority | null;
  warnings: string[];
  /** Path of a field (`name`, `positions.0.title`) → where it stands and how sure the reading is (0 … 1). */
  evidence: Record<string, Span & { confidence: number }>;
  text: string;
};
