import { z } from "zod";

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
