import type { Span } from "@/lib/core/kernel/span";
import type { Evidence } from "./find-phrases";
import type { Salary } from "./posting-fields";

/** A fact read from an advert, with the words it rests on. */
export type Reading<T> = {
  value: T;
  /** 0 … 1: how often facts found in this way were right on the labelled sets, as far as measured; else by rank. */
  confidence: number;
  /** How it was found: `title`, `text`, `location`, `label` (a line such as "Salary: …"), `structured` (the source's own field). */
  method: string;
  evidence: Evidence[];
};

export const SECTION_KINDS = ["duties", "required", "preferred", "benefits", "about", "other"] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];
/** A run of an advert's text under one purpose; sections are in order, do not overlap and cover every block. */
export type Section = Span & { kind: SectionKind };

/** Which end of a range an amount is: "hasta 900" is a `up_to`, "from 900" a `from`; there both ends of the salary are that amount. */
export const PAY_BOUNDS = ["range", "exact", "from", "up_to"] as const;
export type Pay = {
  salary: Salary;
  bound: (typeof PAY_BOUNDS)[number];
  /** Before or after tax, where the advert says it. */
  basis: "gross" | "net" | null;
  /** True where commission, bonus or tips come on top of it. */
  hasVariable: boolean;
};

/** Groups of countries that adverts name; `worldwide` is anywhere. */
export const REGIONS = ["worldwide", "latam", "americas", "north_america", "europe", "eu", "emea", "apac"] as const;
export type Region = (typeof REGIONS)[number];
/** Who may apply for a remote job. Offsets from UTC in hours, inclusive. */
export type Eligibility = {
  /** ISO 3166-1 alpha-2, sorted. */
  countries: string[];
  regions: Region[];
  timeZones: { from: number; to: number } | null;
};

/** A place as the gazetteer knows it; `words` are those that named it. */
export type PlaceReading = {
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
  words: string;
};

export const EDUCATION_LEVELS = ["none", "secondary", "technical", "bachelor", "master", "doctorate"] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

export const SHIFTS = ["day", "night", "rotating", "weekend", "split"] as const;
export type Shift = (typeof SHIFTS)[number];

/** `required`: one must have the right to work already; `sponsored`: the employer helps to get it. */
export type WorkPermit = "required" | "sponsored";

/** A driving licence asked for, with the classes that are named ("B", "C1"; empty where none is). */
export type DrivingLicence = { classes: string[]; isRequired: boolean };

/** Years of experience with one skill. */
export type SkillYears = { skillId: string; yearsMin: number };

export type OccupationReading = { id: string; isco: string; label: string; esco: string | null };
