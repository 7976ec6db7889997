import { z } from "zod";
import { sameForAll } from "../parsing/same-for-all";
import { isTitlePattern } from "./title-pattern";

const elementName = z
  .string()
  .min(1)
  .max(80)
  .transform((name) => name.toLowerCase());
const elements = z.union([elementName, z.array(elementName).max(10)]).transform((names) => [names].flat());

/** Fields that an element of the item can be mapped to; the names are those of the advert. */
const fieldElements = z.strictObject({
  externalId: elements.optional(),
  title: elements.optional(),
  company: elements.optional(),
  location: elements.optional(),
  postedAt: elements.optional(),
  validThrough: elements.optional(),
  employmentType: elements.optional(),
  workplace: elements.optional(),
  salary: elements.optional(),
  description: elements.optional(),
  tags: elements.optional(),
  lang: elements.optional(),
});

/** What a source of this adapter may set apart from its start URLs. */
export const rssParams = z
  .object({
    /** Elements by their written names (`job_listing:company`), the first that is filled counts; they go before the usual ones. */
    fields: fieldElements.default({}),
    /** How titles are put together, such as `{title} at {company}`; tried in order, only for what no element states. */
    titlePatterns: z
      .array(
        z
          .string()
          .max(100)
          .refine(isTitlePattern, "a pattern with {title} and one of {company} and {place}, parted by text"),
      )
      .max(10)
      .default([
        "{title} – {company} – {place}",
        "{title} at {company} ({place})",
        "{title} at {company}",
        "{company}: {title}",
      ]),
    constants: sameForAll.default({}),
    /** Fetch each item's page and read its JobPosting data; the feed's own words stand in where the page has none. */
    followLinks: z.boolean().default(false),
    /** The feed names every open advert, so that what has left it is gone. */
    listsEverything: z.boolean().default(false),
    maxPages: z.int().min(1).max(100).default(20),
    maxItems: z.int().min(1).max(5000).default(1000),
  })
  .strict();

export type RssParams = z.output<typeof rssParams>;
