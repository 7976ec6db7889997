import { z } from "zod";

/** What is read of a posting besides its skills, in the order in which it is shown: what is offered, what job it is, what is asked for. */
export const READ_FACTS = [
  "salary",
  "workplace",
  "eligibility",
  "places",
  "employmentType",
  "shift",
  "occupation",
  "seniority",
  "yearsMin",
  "skillYears",
  "education",
  "languagesRequired",
  "drivingLicence",
  "workPermit",
  "lang",
] as const;
/** The parts of a reading that can be reported as wrong. */
export const CORRECTABLE = ["skill", ...READ_FACTS] as const;
export type Correctable = (typeof CORRECTABLE)[number];

export const CORRECTION_STATES = ["open", "taken", "dismissed"] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

const id = z.string().min(1).max(200);
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((given) => (given === undefined || given === "" ? null : given));

/** What somebody says is wrong in what was read from a version of a posting. `skillId` says which skill, for a skill. */
export const correctionInput = z
  .object({
    versionId: id,
    field: z.enum(CORRECTABLE),
    skillId: id.optional(),
    shouldBe: words(300),
    comment: words(1_000),
  })
  .refine(({ field, skillId }) => (field === "skill") === (skillId !== undefined), { path: ["skillId"] });
export type CorrectionInput = z.output<typeof correctionInput>;

export const decideCorrectionInput = z.object({ id, state: z.enum(CORRECTION_STATES) });

/** Which reports are exported: those that were taken, unless told otherwise; `all` stands for every state. */
export const exportStateInput = z
  .enum([...CORRECTION_STATES, "all"])
  .default("taken")
  .transform((state) => (state === "all" ? null : state));
