import { z } from "zod";
import { lenientList, lenientNumber, lenientText } from "../parsing/lenient-fields";

const words = z.union([z.string().transform((word) => [word]), lenientList(z.string())]);

/** One advert of the public API; pay has two spellings, of which the older one is always yearly. */
export const jobicyJob = z.object({
  id: lenientText,
  url: lenientText,
  jobTitle: lenientText,
  companyName: lenientText,
  jobType: words,
  jobGeo: words,
  jobExcerpt: lenientText,
  jobDescription: lenientText,
  pubDate: lenientText,
  salaryMin: lenientNumber,
  salaryMax: lenientNumber,
  salaryCurrency: lenientText,
  salaryPeriod: lenientText,
  annualSalaryMin: lenientNumber,
  annualSalaryMax: lenientNumber,
});
export type JobicyJob = z.output<typeof jobicyJob>;
