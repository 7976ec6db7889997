import type { Lang } from "@/lib/core/kernel/language";
import type { QuotedSpan } from "@/lib/core/kernel/span";
import type { Requirement } from "@/lib/core/postings/posting-fields";

export const SKILL_KINDS = ["hard", "soft", "language", "certification"] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

/** Words that decide whether an ambiguous name means the skill ("Go", "Excel", "Spring"). */
export type ContextRule = {
  /** Folded words or concept ids near the name (same sentence or list) that confirm it; `*` where it needs none, and only `not` decides. */
  near: string[];
  /** Folded words next to the name that deny it ("go to market", "excel at"). */
  not: string[];
};

/** One concept of the taxonomy, as it stands on one line of a data file. */
export type Concept = {
  /** Stable kebab-case id: `postgresql`, `c-sharp`, `customer-service`. */
  id: string;
  kind: SkillKind;
  /** Family that the data file is named after: `databases`, `nursing`, `sales` … */
  family: string;
  /** Preferred label first, then aliases and spelling variants, as people write them. */
  en: string[];
  es: string[];
  /** ESCO concept URI, where one exists. */
  esco: string | null;
  /** Labels that must be matched with their exact letter case ("R", "Go", "IT"). */
  caseSensitive?: string[];
  /** Labels that count only where the context rule says so. */
  ambiguous?: string[];
  context?: ContextRule;
  /** Relatives with a closeness in (0, 1): knowing the relative gives that much credit for this concept. */
  related?: Record<string, number>;
  /** The concept that this one is an instance or a part of: `version-control` for `git`. */
  broader?: string;
};

/** One span that names a skill. `field` says which of the two given texts the offsets point into. */
export type Mention = QuotedSpan & { field: "text" | "title" };

/** A skill found in a text, with all its mentions; the shape of the CLI contract. */
export type FoundSkill = {
  id: string;
  label: string;
  kind: SkillKind;
  esco: string | null;
  /** 0 … 1. */
  confidence: number;
  requirement: Requirement;
  /** How it was found: `label`, `alias`, `context`, `version`, `structured`. */
  method: string;
  mentions: Mention[];
};

/** The result of reading the skills of one text. */
export type SkillReading = { lang: Lang; skills: FoundSkill[] };
