/** Seniority in the order of a career; the ordinal is the index. */
export const SENIORITIES = ["internship", "entry", "mid", "senior", "lead", "director", "executive"] as const;
export type Seniority = (typeof SENIORITIES)[number];

export const WORKPLACES = ["onsite", "hybrid", "remote"] as const;
export type Workplace = (typeof WORKPLACES)[number];

export const EMPLOYMENT_TYPES = ["full_time", "part_time", "contract", "temporary", "internship"] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

export const PAY_PERIODS = ["hour", "day", "week", "month", "year"] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];

/** Pay as stated: amounts in units of the ISO 4217 currency, per period. A single amount has min = max. */
export type Salary = { min: number; max: number; currency: string; period: PayPeriod };

/** How strongly a posting asks for something. */
export const REQUIREMENTS = ["required", "preferred", "mentioned"] as const;
export type Requirement = (typeof REQUIREMENTS)[number];
