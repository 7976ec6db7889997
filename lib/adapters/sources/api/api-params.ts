import { z } from "zod";
import { EMPLOYMENT_TYPES, PAY_PERIODS, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { sameForAll } from "../parsing/same-for-all";
import { expressionMistake } from "./expression";
import { templateMistake } from "./url-template";

function checked(mistakeOf: (text: string) => string | null) {
  return z
    .string()
    .min(1)
    .max(1000)
    .superRefine((text, context) => {
      const mistake = mistakeOf(text);
      if (mistake !== null) context.addIssue({ code: "custom", message: mistake });
    });
}

const expression = checked(expressionMistake);
const template = checked(templateMistake);

export const MAPPED_FIELDS = [
  "externalId",
  "url",
  "title",
  "company",
  "location",
  "postedAt",
  "validThrough",
  "employmentType",
  "workplace",
  "salaryMin",
  "salaryMax",
  "currency",
  "period",
  "description",
  "tags",
  "lang",
  "closed",
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

const fields = z.partialRecord(z.enum(MAPPED_FIELDS), expression);

const words = <T extends string>(values: readonly [T, ...T[]]) =>
  z.record(z.string().max(100), z.enum(values)).default({});

/** The board's own words for what we name by ours; compared without case. */
const valueMaps = z
  .strictObject({
    employmentType: words(EMPLOYMENT_TYPES),
    workplace: words(WORKPLACES),
    period: words(PAY_PERIODS),
    currency: z.record(z.string().max(100), z.string().regex(/^[A-Z]{3}$/)).default({}),
    lang: z.record(z.string().max(100), z.string().regex(/^[a-z]{2}$/)).default({}),
    closed: z.record(z.string().max(100), z.boolean()).default({}),
  })
  .prefault({});

const parameter = z.string().min(1).max(60);

/** How the list goes on: by a number in the address, by a token that the answer gives, or by an address that it gives. */
const paging = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("page"),
    param: parameter,
    start: z.int().min(0).max(10).default(1),
    size: z.int().min(1).max(5000).optional(),
    total: expression.optional(),
  }),
  z.strictObject({
    by: z.literal("offset"),
    param: parameter,
    size: z.int().min(1).max(5000),
    total: expression.optional(),
  }),
  z.strictObject({ by: z.literal("cursor"), param: parameter, next: expression }),
  z.strictObject({ by: z.literal("url"), next: expression }),
]);
export type Paging = z.output<typeof paging>;

export const DATE_FORMATS = ["auto", "epoch_s", "epoch_ms", "day_month_year", "month_day_year"] as const;

/** What a source of this adapter has to set apart from its start URLs. Expressions are JMESPath and checked here. */
export const apiParams = z
  .object({
    /** The list of adverts in an answer. */
    items: expression,
    /** Each field of an advert, from one member of the list. */
    fields: fields.refine((mapped) => mapped.title !== undefined, "title has to be mapped"),
    /** The advert's address, such as `https://x.example/jobs/{id}`, where no field states it. */
    urlTemplate: template.optional(),
    descriptionFormat: z.enum(["html", "text", "auto"]).default("auto"),
    dates: z.enum(DATE_FORMATS).default("auto"),
    constants: sameForAll.default({}),
    valueMaps,
    paging: paging.optional(),
    /** Asked for each advert of the list; then the adverts are read from these answers. */
    detail: z.strictObject({ url: template, item: expression.default("@"), fields: fields.default({}) }).optional(),
    /** The list names every open advert, so that what has left it is gone. */
    listsEverything: z.boolean().default(false),
    maxPages: z.int().min(1).max(1000).default(100),
    maxItems: z.int().min(1).max(50_000).default(5000),
  })
  .strict();

export type ApiParams = z.output<typeof apiParams>;
