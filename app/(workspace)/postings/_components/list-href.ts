import { type PostingFilter, toFilterParams } from "@/lib/core/postings/posting-filter";

/** The address of a list with these limits, at its first page. */
export function listHref(filter: Omit<PostingFilter, "after">): string {
  const query = toFilterParams(filter).toString();
  return query === "" ? "/postings" : `/postings?${query}`;
}
