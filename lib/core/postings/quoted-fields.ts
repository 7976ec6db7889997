/** Each field is a quote, word for word, of what a page says of its advert; values are made of the quotes by our own readers. */
export const QUOTED_FIELDS = [
  "title",
  "company",
  "location",
  "postedAt",
  "validThrough",
  "employmentType",
  "workplace",
  "pay",
] as const;
export type QuotedField = (typeof QUOTED_FIELDS)[number];
