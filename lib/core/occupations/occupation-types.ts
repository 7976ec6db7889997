/** One occupation of the data files: an ISCO-08 unit group with titles as adverts write them. */
export type Occupation = {
  /** Stable kebab-case id. */
  id: string;
  /** Four digits of ISCO-08. */
  isco: string;
  /** URI of the ESCO occupation that is the same; null where none is. */
  esco: string | null;
  /** Titles in English, the preferred one first. */
  en: string[];
  /** Titles in Spanish in the masculine singular, the preferred one first; other forms are found by rule. */
  es: string[];
  /** Titles that say so little that they count only where no other fits ("analyst", "ayudante"). */
  weak?: string[];
};
