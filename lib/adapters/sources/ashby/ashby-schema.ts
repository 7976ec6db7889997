import { z } from "zod";
import { lenientFlag, lenientList, lenientNumber, lenientText } from "../parsing/lenient-fields";

const component = z.object({
  compensationType: lenientText,
  interval: lenientText,
  currencyCode: lenientText,
  minValue: lenientNumber,
  maxValue: lenientNumber,
});
export type AshbyPayComponent = z.output<typeof component>;

const compensation = z
  .object({
    summaryComponents: lenientList(component),
    compensationTiers: lenientList(z.object({ components: lenientList(component) })),
  })
  .nullish()
  .catch(null);

const address = z
  .object({ postalAddress: z.record(z.string(), z.unknown()).nullish().catch(null) })
  .nullish()
  .catch(null);

/** One advert of the posting API, or of the data inside a hosted page, which names some fields otherwise. */
export const ashbyJob = z.object({
  id: lenientText,
  title: lenientText,
  location: lenientText,
  locationName: lenientText,
  secondaryLocations: lenientList(z.object({ location: lenientText, locationName: lenientText, address: address })),
  address,
  employmentType: lenientText,
  workplaceType: lenientText,
  isRemote: lenientFlag,
  isListed: lenientFlag,
  shouldDisplayCompensationOnJobPostings: lenientFlag,
  publishedAt: lenientText,
  publishedDate: lenientText,
  applicationDeadline: lenientText,
  jobUrl: lenientText,
  applyUrl: lenientText,
  descriptionHtml: lenientText,
  descriptionPlain: lenientText,
  descriptionPlainText: lenientText,
  compensation,
  compensationTiers: lenientList(z.object({ components: lenientList(component) })),
});
export type AshbyJob = z.output<typeof ashbyJob>;

/** The answer of the posting API. */
export const ashbyAnswer = z.object({ jobs: z.array(z.unknown()) });

/** What a hosted page's own script starts from: the organisation, and its board or one advert. */
export const ashbyPage = z.object({
  organization: z.object({ name: lenientText, hostedJobsPageSlug: lenientText }).nullish().catch(null),
  jobBoard: z
    .object({ jobPostings: z.array(z.unknown()) })
    .nullish()
    .catch(null),
  posting: z.record(z.string(), z.unknown()).nullish().catch(null),
});
