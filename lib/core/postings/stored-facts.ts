import { z } from "zod";
import { PAY_PERIODS } from "./posting-fields";

const offset = z.int().nonnegative();

/** Words of a posting that a fact rests on, as a stored reading has them. */
export const storedEvidence = z.object({
  field: z.enum(["title", "text"]),
  start: offset,
  end: offset,
  text: z.string(),
});

/** Pay as a stored reading has it: amounts in units of the currency, per period. */
export const storedSalary = z.object({
  min: z.number(),
  max: z.number(),
  currency: z.string(),
  period: z.enum(PAY_PERIODS),
});

/** An occupation as a stored reading has it, with its ISCO-08 group and, where there is one, its ESCO URI. */
export const storedOccupation = z.object({
  id: z.string(),
  isco: z.string(),
  label: z.string(),
  esco: z.string().nullable(),
});
