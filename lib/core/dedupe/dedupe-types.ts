import type { Lang } from "@/lib/core/kernel/language";
import type { Seniority, Workplace } from "@/lib/core/postings/posting-fields";

/** Rises whenever the same advert would get another fingerprint, or the same two fingerprints another verdict. */
export const FINGERPRINT_VERSION = 3;

/** What is read of a listing to find the other listings of its job. `text` is canonical text. */
export type DedupeInput = {
  id: string;
  sourceId: string;
  externalId: string | null;
  url: string | null;
  /** Where one applies outside the board; it names the job at the employer. */
  applyUrl: string | null;
  title: string;
  company: string | null;
  location: string | null;
  workplace: Workplace | null;
  /** Null where it has not been read: texts in two languages share no words anyway. */
  lang: Lang | null;
  text: string;
};

/** What a listing is compared by. `encodeFingerprint` makes JSON of it. */
export type Fingerprint = {
  id: string;
  sourceId: string;
  externalId: string | null;
  url: string | null;
  applyUrl: string | null;
  /** Words of the title that name the job, in order of the alphabet: no gender marks, level, number, place, employer or appeal. */
  title: string[];
  /** `companyKey` of the employer; "" where the board names none. */
  company: string;
  /** Folded places, each its own name first: "bogota"; empty where none is stated. */
  places: string[];
  /** What the places lie in: "buenos aires", "ca". */
  areas: string[];
  /** The telling words of the stated location, for titles that name it. */
  placeWords: string[];
  isRemote: boolean;
  /** Level and grades ("ii") of the title; the level that the text states, where the title states none. */
  seniority: Seniority | null;
  textSeniority: Seniority | null;
  grades: string[];
  /** Requisition numbers that title or text state, folded. */
  requisitions: string[];
  /** What the title says that makes another job of one text: "shift:night", "lang:de", "hours:part". */
  terms: string[];
  /** Figures of the text that say what is asked: "years:3", "hours:20". */
  figures: string[];
  lang: Lang;
  /** Words of the text without boilerplate. */
  length: number;
  /** Hash of the words of the whole text, in order. */
  textHash: string;
  /** Sorted hashes of the text's shingles of words, without boilerplate and the advert's own places; the lowest of them for a long text. */
  shingles: Uint32Array;
  /** The part of all shingles that `shingles` holds: 1 unless the text is long. */
  sampled: number;
  /** Two listings are compared only where they share one. */
  keys: string[];
};

/** Why two listings are one job. */
export const SAME_CODES = [
  "decided_same",
  "same_source_id",
  "same_url",
  "same_apply_url",
  "same_text",
  "similar_text",
  "contained_text",
  "same_title_employer_place",
  "several_places",
  "agency_repost",
] as const;

export const REASON_CODES = [
  ...SAME_CODES,
  "decided_different",
  "other_seniority",
  "other_requisition",
  "other_title",
  "other_employer",
  "other_terms",
  "other_figures",
  "other_place",
  "other_language",
  "other_text",
  "too_short",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why two listings are one job or two; `share` is the part of the text that both have (0 to 1) where the reason speaks of text. */
export type DedupeReason = { code: ReasonCode; share: number | null };

export type PairVerdict = {
  verdict: "same" | "different";
  reasons: DedupeReason[];
  /** Jaccard similarity of the shingles, 0 to 1. */
  similarity: number;
  /** The part of the shorter text that the longer one has, 0 to 1. */
  containment: number;
  /** Shingles that only one of the two texts has. */
  differing: number;
};

/** An administrator's word on two listings; it outranks every rule. Of decisions that cannot all hold, the later one does. */
export type Decision = { a: string; b: string; verdict: "same" | "different"; decidedAt: string };

/** Why one listing is in its cluster: with whom it was put together, and on what grounds. */
export type Join = { a: string; b: string; reasons: DedupeReason[] };

/** The listings of one job. `id` is the least of `ids`, which are sorted; `joins` is empty for a listing that stands alone. */
export type Cluster = { id: string; ids: string[]; joins: Join[] };
