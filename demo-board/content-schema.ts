import { z } from "zod";
import { EMPLOYMENT_TYPES, PAY_PERIODS, SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";

const key = z.string().regex(/^[a-z0-9-]+$/);
const text = z.string().trim().min(1);
const currency = z.enum(["COP", "MXN", "ARS", "EUR", "USD"]);
const lang = z.enum(["es", "en"]);
const band = z
  .tuple([z.number().positive(), z.number().positive(), z.enum(PAY_PERIODS)])
  .refine(([min, max]) => min <= max, "The lower end of a pay band is above its upper end.");

/** One hand-written advert; `body` is marked up line by line (`## ` heading, `- ` item, `1. ` step, else a paragraph). */
export const descriptionSchema = z.strictObject({
  key,
  family: key,
  lang,
  seniority: z.enum(SENIORITIES),
  employmentType: z.enum(EMPLOYMENT_TYPES),
  workplace: z.enum(WORKPLACES),
  titles: z.array(text).min(1),
  skills: z.array(text).min(1),
  payBand: z.record(currency, band),
  body: text.min(900).max(2500),
});

/** One invented employer; a place without a city stands for remote work within that country. */
export const employerSchema = z.strictObject({
  key,
  name: text,
  sector: text,
  agency: z.boolean(),
  families: z.array(key).min(1),
  langs: z.array(lang).min(1),
  currency,
  places: z
    .array(z.strictObject({ city: text.nullable(), region: z.string().nullable(), country: z.string().length(2) }))
    .min(1),
  about: z.partialRecord(lang, text),
});

/** A sentence that some adverts carry beside their own text; an empty list of families means all of them. */
export const extraSchema = z.strictObject({
  key,
  kind: z.enum(["requirement", "benefit"]),
  trend: z.enum(["rising", "falling", "steady"]),
  families: z.array(key),
  skill: text.nullable(),
  es: text,
  en: text,
});

export type Description = z.infer<typeof descriptionSchema>;
export type Employer = z.infer<typeof employerSchema>;
export type Place = Employer["places"][number];
export type Extra = z.infer<typeof extraSchema>;
export type DemoContent = { descriptions: Description[]; employers: Employer[]; extras: Extra[] };
