import { z } from "zod";
import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";
import { BANDS, type Evidence, type MatchParts } from "./match-types";

const quoted = z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() }).nullable();
const points = z.number().nullable();

/** The parts of a match as their column keeps them. */
export const storedParts: z.ZodType<MatchParts> = z.object({
  skills: points,
  experience: points,
  keywords: points,
  semantic: points,
});

/** The evidence of a match as its column keeps it. */
export const storedEvidence: z.ZodType<Evidence[]> = z.array(
  z.object({
    requirement: z.string(),
    skillId: z.string().nullable(),
    strength: z.enum(REQUIREMENTS),
    status: z.enum(["met", "partly", "prose", "missing"]),
    posting: quoted,
    resume: quoted,
    via: z.string().nullable(),
  }),
);

export const storedBand = z.enum(BANDS);
