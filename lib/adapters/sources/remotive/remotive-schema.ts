import { z } from "zod";
import { lenientList, lenientText } from "../parsing/lenient-fields";

/** One advert of the public API. */
export const remotiveJob = z.object({
  id: lenientText,
  url: lenientText,
  title: lenientText,
  company_name: lenientText,
  category: lenientText,
  tags: lenientList(z.string()),
  job_type: lenientText,
  publication_date: lenientText,
  candidate_required_location: lenientText,
  salary: lenientText,
  description: lenientText,
});
export type RemotiveJob = z.output<typeof remotiveJob>;
