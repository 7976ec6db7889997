import { z } from "zod";
import { lenientFlag, lenientList, lenientNumber, lenientText } from "../parsing/lenient-fields";

const named = z.object({ attributes: z.object({ name: lenientText, locale_key: lenientText }).nullish().catch(null) });
const one = z
  .object({ data: named.nullish().catch(null) })
  .nullish()
  .catch(null);
const many = z
  .object({ data: lenientList(named) })
  .nullish()
  .catch(null);

/** One advert of the public API (JSON:API with `expand`); a field of a wrong type counts as missing. */
export const getOnBrdJob = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  attributes: z.object({
    title: lenientText,
    description: lenientText,
    projects: lenientText,
    functions_headline: lenientText,
    functions: lenientText,
    desirable_headline: lenientText,
    desirable: lenientText,
    benefits_headline: lenientText,
    benefits: lenientText,
    remote: lenientFlag,
    remote_modality: lenientText,
    countries: lenientList(z.string()),
    lang: lenientText,
    min_salary: lenientNumber,
    max_salary: lenientNumber,
    published_at: lenientNumber,
    modality: one,
    company: one,
    tags: many,
    location_cities: many,
  }),
  links: z.object({ public_url: lenientText }).nullish().catch(null),
});
export type GetOnBrdJob = z.output<typeof getOnBrdJob>;

/** How far an answer's list goes. */
export const getOnBrdMeta = z.object({
  meta: z
    .object({ page: z.number().catch(1), total_pages: z.number().catch(1) })
    .nullish()
    .catch(null),
});
