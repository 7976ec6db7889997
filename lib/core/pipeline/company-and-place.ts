import { companyKey } from "@/lib/core/companies/company-key";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { foldLabel } from "@/lib/core/kernel/fold";

/** The id of the place that a listing's words name; null of no words. */
export function placeIdOf(words: string | null): string | null {
  const folded = words === null ? "" : foldLabel(words);
  return folded === "" ? null : derivedId("place", folded);
}

export type CompanyIdentity = { id: string; key: string; foldedName: string; name: string };

/**
 * The identity that a company's name has by itself: spellings that differ in signs and legal form share it. Null where no
 * name is stated or the employer is hidden.
 */
export function companyIdentityOf(name: string | null): CompanyIdentity | null {
  const key = companyKey(name);
  return name === null || key === "" ? null : { id: derivedId("company", key), key, foldedName: foldLabel(name), name };
}
