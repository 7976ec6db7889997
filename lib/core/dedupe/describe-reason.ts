import type { DedupeReason, ReasonCode } from "./dedupe-types";

const WORDS: Readonly<Record<ReasonCode, string>> = {
  decided_same: "an administrator joined them",
  same_source_id: "one id at one board",
  same_url: "one address",
  same_apply_url: "one address to apply at",
  same_text: "the same text",
  similar_text: "a text that is nearly the same",
  contained_text: "one text holds the other",
  same_title_employer_place: "the same title, employer and place",
  several_places: "one text in several places",
  agency_repost: "one text under another employer's name",
  decided_different: "an administrator keeps them apart",
  other_seniority: "another level",
  other_requisition: "another requisition number",
  other_title: "another title",
  other_employer: "another employer",
  other_terms: "other hours, shift, contract or language",
  other_figures: "other years of experience or weekly hours",
  other_place: "another text in another place",
  other_language: "another language",
  other_text: "another text",
  too_short: "too little text to tell",
};

/** A reason in English words, with the part of the text that is shared: "the same text (97 % shared)". */
export function describeReason({ code, share }: DedupeReason): string {
  return share === null ? WORDS[code] : `${WORDS[code]} (${Math.floor(share * 100)} % shared)`;
}
