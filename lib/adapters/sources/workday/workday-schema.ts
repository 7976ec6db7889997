import { z } from "zod";
import { lenientFlag, lenientList, lenientText } from "../parsing/lenient-fields";

const place = z.union([z.string(), z.object({ descriptor: z.string() }).transform((named) => named.descriptor)]);

/** One advert of a site's search. */
export const workdayRow = z.object({
  title: lenientText,
  externalPath: lenientText,
  locationsText: lenientText,
  postedOn: lenientText,
  remoteType: lenientText,
  timeType: lenientText,
  bulletFields: lenientList(z.string()),
});
export type WorkdayRow = z.output<typeof workdayRow>;

/** The answer of a site's search; only the first page counts the whole. */
export const workdaySearch = z.object({
  total: z.number().nullish().catch(null),
  jobPostings: z.array(z.unknown()),
});

const info = z.object({
  id: lenientText,
  title: lenientText,
  jobDescription: lenientText,
  location: place.nullish().catch(null),
  additionalLocations: lenientList(place),
  jobRequisitionLocation: place.nullish().catch(null),
  country: place.nullish().catch(null),
  postedOn: lenientText,
  startDate: lenientText,
  endDate: lenientText,
  timeType: lenientText,
  remoteType: lenientText,
  jobReqId: lenientText,
  jobPostingId: lenientText,
  posted: lenientFlag,
  externalUrl: lenientText,
});

/** The answer for one advert. */
export const workdayDetail = z.object({
  jobPostingInfo: info,
  hiringOrganization: z.object({ name: lenientText }).nullish().catch(null),
});
export type WorkdayDetail = z.output<typeof workdayDetail>;

/** What the server says of an advert that is gone, or of a question that it refuses. */
export const workdayError = z.object({ errorCode: lenientText, httpStatus: z.number().nullish().catch(null) });
