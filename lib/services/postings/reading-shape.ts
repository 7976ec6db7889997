import { z } from "zod";
import { EMPLOYMENT_TYPES, SENIORITIES, WORKPLACES } from "@/lib/core/postings/posting-fields";
import { EDUCATION_LEVELS, PAY_BOUNDS, REGIONS, SECTION_KINDS, SHIFTS } from "@/lib/core/postings/posting-reading";
import { storedEvidence, storedOccupation, storedSalary } from "@/lib/core/postings/stored-facts";

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const coordinate = z.number().nullable();

export type FactEvidence = z.output<typeof storedEvidence>;

/** What was read from a version and stored; a part that an older or newer reading wrote in another form is unknown. */
export const readingShape = z.object({
  lang: z.string().nullable().catch(null),
  seniority: z.enum(SENIORITIES).nullable().catch(null),
  yearsMin: z.number().nullable().catch(null),
  yearsMax: z.number().nullable().catch(null),
  skillYears: z.array(z.object({ skillId: z.string(), yearsMin: z.number() })).catch([]),
  workplace: z.enum(WORKPLACES).nullable().catch(null),
  eligibility: z
    .object({
      countries: z.array(z.string()),
      regions: z.array(z.enum(REGIONS)),
      timeZones: z.object({ from: z.number(), to: z.number() }).nullable(),
    })
    .nullable()
    .catch(null),
  employmentType: z.enum(EMPLOYMENT_TYPES).nullable().catch(null),
  shift: z.enum(SHIFTS).nullable().catch(null),
  salary: storedSalary.nullable().catch(null),
  pay: z
    .object({
      salary: storedSalary,
      bound: z.enum(PAY_BOUNDS),
      basis: z.enum(["gross", "net"]).nullable(),
      hasVariable: z.boolean(),
    })
    .nullable()
    .catch(null),
  places: z
    .array(
      z.object({
        country: z.string(),
        region: z.string().nullable(),
        city: z.string().nullable(),
        latitude: coordinate,
        longitude: coordinate,
        words: z.string(),
      }),
    )
    .catch([]),
  occupation: storedOccupation.nullable().catch(null),
  education: z.enum(EDUCATION_LEVELS).nullable().catch(null),
  degreeRequired: z.boolean().nullable().catch(null),
  languagesRequired: z
    .array(z.object({ lang: z.string(), level: z.string().nullable() }))
    .nullable()
    .catch(null),
  drivingLicence: z
    .object({ classes: z.array(z.string()), isRequired: z.boolean() })
    .nullable()
    .catch(null),
  workPermit: z.enum(["required", "sponsored"]).nullable().catch(null),
  sections: z.array(z.object({ ...span, kind: z.enum(SECTION_KINDS) })).catch([]),
  summary: z
    .object({ text: z.string(), spans: z.array(z.object(span)) })
    .nullable()
    .catch(null),
  evidence: z.record(z.string(), z.array(storedEvidence).catch([])).catch({}),
  grounds: z
    .record(z.string(), z.object({ confidence: z.number(), method: z.string() }).nullable().catch(null))
    .catch({}),
});

/** What a posting says, as its page shows it. */
export type PostingFacts = z.output<typeof readingShape>;
