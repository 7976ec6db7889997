import { z } from "zod";

/** The board's codes: 1 internship, 2 entry, 3 associate, 4 mid-senior, 5 director, 6 executive. */
const experience = z.enum(["1", "2", "3", "4", "5", "6"]);
/** 1 on-site, 2 remote, 3 hybrid. */
const workplace = z.enum(["1", "2", "3"]);
/** Full-time, part-time, contract, temporary, internship, volunteer. */
const jobType = z.enum(["F", "P", "C", "T", "I", "V"]);

const DAY_HOURS = 24;
/** What one guest search pages through at most. */
const MAX_START = 975;

/** A list of codes, written as numbers or as strings. */
const codes = <T extends string>(code: z.ZodType<T, string>) =>
  z
    .array(z.union([z.int().transform(String), z.string()]).pipe(code))
    .max(6)
    .default([]);

/** What a search at the board may be narrowed by. */
export const linkedInParams = z
  .strictObject({
    keywords: z.string().max(200).default(""),
    place: z.string().max(200).default(""),
    experience: codes(experience),
    remote: codes(workplace),
    job_type: codes(jobType),
    /** Only adverts posted within so many hours or days; without either, any. */
    posted_within_hours: z.int().min(1).max(8760).optional(),
    posted_within_days: z.int().min(1).max(365).optional(),
    maxPages: z.int().min(1).max(100).default(10),
    maxItems: z.int().min(1).max(1000).default(250),
  })
  .refine((params) => params.posted_within_hours === undefined || params.posted_within_days === undefined, {
    message: "state hours or days, not both",
  });

export type LinkedInParams = z.output<typeof linkedInParams>;

function withinSeconds(params: LinkedInParams): number | null {
  const hours = params.posted_within_hours ?? (params.posted_within_days ?? 0) * DAY_HOURS;
  return hours > 0 ? hours * 3600 : null;
}

/** The address of one page of a search: the start URL with the search's parameters, from the given advert on. */
export function searchPageUrl(startUrl: string, params: LinkedInParams, start: number): string {
  const url = new URL(startUrl);
  const seconds = withinSeconds(params);
  const stated = {
    keywords: params.keywords,
    location: params.place,
    f_E: params.experience.join(","),
    f_WT: params.remote.join(","),
    f_JT: params.job_type.join(","),
    f_TPR: seconds === null ? "" : `r${seconds}`,
  };
  for (const [name, value] of Object.entries(stated)) if (value !== "") url.searchParams.set(name, value);
  url.searchParams.set("start", String(start));
  return url.href;
}

/** Where the page after this one starts; null at the end of what a search shows. Pages hold 10 or 25 adverts. */
export function nextStart(pageUrl: string, adverts: number): number | null {
  const stated = Number(new URL(pageUrl).searchParams.get("start") ?? "0");
  const start = Number.isInteger(stated) && stated >= 0 ? stated : 0;
  return adverts === 0 || start + adverts > MAX_START ? null : start + adverts;
}

function listOf(url: URL, name: string, pattern: RegExp): string[] {
  return (url.searchParams.get(name) ?? "").split(",").filter((code) => pattern.test(code));
}

/** The search that a pasted address of the board stands for, as parameters; empty where it names none. */
export function paramsOfAddress(url: URL): Record<string, unknown> {
  const seconds = Number(/^r(\d{1,8})$/.exec(url.searchParams.get("f_TPR") ?? "")?.[1] ?? "0");
  const hours = Math.min(8760, Math.round(seconds / 3600));
  const stated = {
    keywords: (url.searchParams.get("keywords") ?? "").slice(0, 200),
    place: (url.searchParams.get("location") ?? "").slice(0, 200),
    experience: listOf(url, "f_E", /^[1-6]$/),
    remote: listOf(url, "f_WT", /^[1-3]$/),
    job_type: listOf(url, "f_JT", /^[FPCTIV]$/),
    ...(hours > 0 ? { posted_within_hours: hours } : {}),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== "" && String(value) !== ""));
}
