import { z } from "zod";
import { lenientList, lenientNumber, lenientText } from "../parsing/lenient-fields";

/** One advert of the postings API. */
export const leverPosting = z.object({
  id: lenientText,
  text: lenientText,
  hostedUrl: lenientText,
  applyUrl: lenientText,
  createdAt: z.union([z.number(), z.string()]).nullish().catch(null),
  workplaceType: lenientText,
  categories: z
    .object({ location: lenientText, commitment: lenientText, allLocations: lenientList(z.string()) })
    .nullish()
    .catch(null),
  description: lenientText,
  descriptionPlain: lenientText,
  opening: lenientText,
  descriptionBody: lenientText,
  lists: lenientList(z.object({ text: lenientText, content: lenientText })),
  additional: lenientText,
  additionalPlain: lenientText,
  salaryDescription: lenientText,
  salaryRange: z
    .object({ currency: lenientText, interval: lenientText, min: lenientNumber, max: lenientNumber })
    .nullish()
    .catch(null),
});
export type LeverPosting = z.output<typeof leverPosting>;

/** What the API says of an advert or a board that it does not know. */
export const leverError = z.object({ ok: z.literal(false), error: lenientText });
