import { z } from "zod";
import { EMPLOYMENT_TYPES, PAY_PERIODS, WORKPLACES } from "@/lib/core/postings/posting-fields";

/** What a feed or an API never says because it is the same for all its adverts. */
export const sameForAll = z.strictObject({
  company: z.string().min(1).max(300).optional(),
  location: z.string().min(1).max(300).optional(),
  employmentType: z.enum(EMPLOYMENT_TYPES).optional(),
  workplace: z.enum(WORKPLACES).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "an ISO 4217 code such as USD")
    .optional(),
  period: z.enum(PAY_PERIODS).optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2}$/, "two lower-case letters such as es")
    .optional(),
});
