import type { QuotedSpan } from "@/lib/core/kernel/span";
import type { Requirement, Seniority } from "@/lib/core/postings/posting-fields";
import type { Profile } from "@/lib/core/resumes/profile";
import type { FoundSkill } from "@/lib/core/skills/skill-types";

/** The posting side of a match: everything that the score reads, nothing else. */
export type MatchPosting = {
  postingId: string;
  title: string;
  company: string | null;
  lang: string;
  text: string;
  skills: FoundSkill[];
  yearsMin: number | null;
  seniority: Seniority | null;
  /** Span of the words that state years or seniority, where they stand in the text. */
  experienceEvidence: QuotedSpan | null;
  embedding: readonly number[] | null;
};

/** The résumé side of a match. */
export type MatchResume = { profile: Profile; embedding: readonly number[] | null };

export type Weights = { skills: number; experience: number; keywords: number };

/** How many open postings ask for a skill or contain a stemmed term: the base of every rarity weight. */
export type CorpusStatistics = {
  version: string;
  documents: number;
  skillDocuments: Readonly<Record<string, number>>;
  termDocuments: Readonly<Record<string, number>>;
  /** Cosine below which similarity is background, and at which it is a strong fit, per calibration. */
  similarity: { low: number; high: number };
};

export const BANDS = ["poor", "weak", "fair", "good", "great"] as const;
export type Band = (typeof BANDS)[number];

export type EvidenceStatus = "met" | "partly" | "prose" | "missing";

/** One thing that the posting asks for, and how the résumé answers it. */
export type Evidence = {
  /** The skill's label, or `experience` / `seniority`. */
  requirement: string;
  /** Concept id where the requirement is a skill. */
  skillId: string | null;
  strength: Requirement;
  status: EvidenceStatus;
  posting: QuotedSpan | null;
  resume: QuotedSpan | null;
  /** The relative that gave partial credit, with its closeness: `MySQL: 0.6`. */
  via: string | null;
};

/** Each part is 0 … its weight (semantic −8 … 8); null where unknown: it dropped out of both sums. */
export type MatchParts = {
  skills: number | null;
  experience: number | null;
  keywords: number | null;
  semantic: number | null;
};

export type MatchResult = {
  postingId: string;
  title: string;
  company: string | null;
  /** 0 … 100, whole. */
  score: number;
  band: Band;
  /** 0 … 1: the share of weight that rests on known factors. */
  confidence: number;
  parts: MatchParts;
  evidence: Evidence[];
};
