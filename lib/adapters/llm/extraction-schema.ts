import { z } from "zod";

/** Each field is a quote, word for word, of what the page says; values are made of the quotes by our own readers. */
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

const quote = z.string().max(400).nullable();

/** What a model has to answer. Nothing else is let in. */
export const extractionAnswer = z.strictObject({
  title: quote,
  company: quote,
  location: quote,
  postedAt: quote,
  validThrough: quote,
  employmentType: quote,
  workplace: quote,
  pay: quote,
  descriptionStart: quote,
  descriptionEnd: quote,
});
export type ExtractionAnswer = z.output<typeof extractionAnswer>;
