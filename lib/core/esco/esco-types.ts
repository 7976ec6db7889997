import type { Lang } from "@/lib/core/kernel/language";

export const ESCO_KINDS = ["skill", "occupation", "group"] as const;
export type EscoKind = (typeof ESCO_KINDS)[number];

/** What linking needs to know of a concept: how it is called, what is said of it, and how many occupations ask for it. */
export type EscoLabels = {
  uri: string;
  kind: EscoKind;
  /** Preferred label first, then alternative ones. */
  en: string[];
  es: string[];
  description: string | null;
  /** Occupations that need or use it; 0 where the bundle does not say. */
  demand: number;
};

/**
 * How a concept was found: `taxonomy` (our own concept names it), `label` (a label, word for word), `words` (words of a label or
 * of its description), `spelling` (near spelling), `meaning` (put forward by closeness of meaning).
 */
export const LINK_METHODS = ["taxonomy", "label", "words", "spelling", "meaning"] as const;
export type LinkMethod = (typeof LINK_METHODS)[number];

export type EscoLink = {
  uri: string;
  /** Preferred label in the asked language, in English where there is none. */
  label: string;
  /** 0 … 1; of the same phrase, higher is better. It is no probability. */
  score: number;
  method: LinkMethod;
};

export type LinkLang = Extract<Lang, "en" | "es">;
