import { z } from "zod";
import { REQUIREMENTS, SENIORITIES } from "@/lib/core/postings/posting-fields";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import type { Profile } from "./profile";

const text = z.string().nullable();
const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const range = { from: text, to: text };

const skill = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(SKILL_KINDS),
  esco: text,
  confidence: z.number(),
  requirement: z.enum(REQUIREMENTS),
  method: z.string(),
  mentions: z.array(span.extend({ text: z.string(), field: z.enum(["text", "title"]) })),
});

/** A profile as its column keeps it. */
export const storedProfile: z.ZodType<Profile> = z.object({
  lang: z.string(),
  name: text,
  email: text,
  phone: text,
  links: z.array(z.string()),
  summary: text,
  positions: z.array(z.object({ title: text, employer: text, place: text, ...range, current: z.boolean() })),
  education: z.array(z.object({ degree: text, institution: text, ...range })),
  certifications: z.array(z.string()),
  languages: z.array(z.object({ lang: z.string(), level: text })),
  skills: z.array(skill),
  totalYears: z.number().nullable(),
  seniority: z.enum(SENIORITIES).nullable(),
  warnings: z.array(z.string()),
  evidence: z.record(z.string(), span.extend({ confidence: z.number() })),
  text: z.string(),
});
