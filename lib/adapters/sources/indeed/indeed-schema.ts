import { z } from "zod";
import { lenientFlag, lenientList, lenientNumber, lenientText } from "../parsing/lenient-fields";

const remoteWork = z.object({ type: lenientText, inlineText: lenientText }).nullish().catch(null);
const labelled = z.object({ label: lenientText, attributes: lenientList(z.object({ label: lenientText })) });

/** One card of a search page's data. */
export const indeedCard = z.object({
  jobkey: z.string().min(1),
  displayTitle: lenientText,
  title: lenientText,
  company: lenientText,
  truncatedCompany: lenientText,
  formattedLocation: lenientText,
  pubDate: lenientNumber,
  createDate: lenientNumber,
  formattedRelativeTime: lenientText,
  expired: lenientFlag,
  snippet: lenientText,
  jobTypes: lenientList(z.string()),
  remoteLocation: lenientFlag,
  remoteWorkModel: remoteWork,
  extractedSalary: z.object({ min: lenientNumber, max: lenientNumber, type: lenientText }).nullish().catch(null),
  salarySnippet: z.object({ currency: lenientText, text: lenientText }).nullish().catch(null),
  taxonomyAttributes: lenientList(labelled),
});
export type IndeedCard = z.output<typeof indeedCard>;

/** What a search page assigns to `window.mosaic.providerData["mosaic-provider-jobcards"]`. */
export const indeedCards = z.object({
  metaData: z.object({ mosaicProviderJobCardsModel: z.object({ results: z.array(z.unknown()) }) }),
});

const header = z
  .object({
    jobTitle: lenientText,
    companyName: lenientText,
    formattedLocation: lenientText,
    remoteWorkModel: remoteWork,
  })
  .catch({ jobTitle: null, companyName: null, formattedLocation: null, remoteWorkModel: null });
const description = z.union([z.string(), z.object({ content: z.string() }).transform((node) => node.content)]);

/** What an advert's page assigns to `window._initialData`. */
export const indeedJob = z.object({
  jobKey: lenientText,
  jobInfoWrapperModel: z.object({
    jobInfoModel: z.object({
      jobInfoHeaderModel: header,
      sanitizedJobDescription: description.nullish().catch(null),
      jobMetadataHeaderModel: z.object({ jobType: lenientText }).nullish().catch(null),
      expiredJobMetadataModel: z.unknown().optional(),
    }),
  }),
  salaryInfoModel: z
    .object({
      salaryCurrency: lenientText,
      salaryMin: lenientNumber,
      salaryMax: lenientNumber,
      salaryType: lenientText,
    })
    .nullish()
    .catch(null),
  jobMetadataFooterModel: z.object({ age: lenientText }).nullish().catch(null),
  hiringInsightsModel: z.object({ age: lenientText }).nullish().catch(null),
});
export type IndeedJob = z.output<typeof indeedJob>;
