import type { EmploymentType, Salary, Seniority, Workplace } from "@/lib/core/postings/posting-fields";
import type { Place } from "./content-schema";

/** What a version of an advert changed against the one before. */
export type DemoChange = "first" | "salary" | "text" | "requirement" | "refreshed";

/** How an advert came about: written anew, published again after closing, listed twice, or copied by an agency. */
export type DemoOrigin =
  | { kind: "original" }
  | { kind: "repost"; of: string }
  | { kind: "duplicate"; of: string }
  | { kind: "agency-copy"; of: string };

/** The state of an advert from a day on, until the next version or its closing. */
export type DemoVersion = {
  from: string;
  change: DemoChange;
  /** Lines of the light markup of the hand-written descriptions. */
  body: string;
  salary: Salary | null;
  datePosted: string;
  validThrough: string | null;
};

export type DemoAdvert = {
  /** Stable on every day; the `identifier.value` of the page. */
  id: string;
  slug: string;
  origin: DemoOrigin;
  descriptionKey: string;
  family: string;
  lang: "es" | "en";
  title: string;
  employerKey: string;
  employerName: string;
  sector: string;
  agency: boolean;
  place: Place;
  workplace: Workplace;
  employmentType: EmploymentType;
  seniority: Seniority;
  publishedOn: string;
  /** The first day on which it is no longer listed; may lie after the anchor. */
  closesOn: string;
  /** Which of the valid forms of a page it uses: 0 to 7. */
  pageShape: number;
  /** Oldest first; never empty. */
  versions: [DemoVersion, ...DemoVersion[]];
};

export type DemoHistory = { anchor: string; seed: number; firstDay: string; adverts: DemoAdvert[] };
