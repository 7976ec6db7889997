import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes } from "../jsonld/json-node";
import { readJobPosting } from "../jsonld/read-job-posting";
import type { JsonLdPage } from "../jsonld/read-page";
import { readEmploymentTypes } from "../parsing/employment-type";
import { markupOf, type PageQuery, textOf } from "../parsing/open-page";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertUrl, keyOf, NOTHING_STATED, readDataPay, readRemoteWork } from "./indeed-fields";
import type { IndeedJob } from "./indeed-schema";

const TITLE = ".jobsearch-JobInfoHeader-title";
const COMPANY =
  '[data-testid="inlineHeader-companyName"], [data-company-name="true"], .jobsearch-InlineCompanyRating > div:first-child';
const PLACE =
  '[data-testid="inlineHeader-companyLocation"], [data-testid="job-location"], .jobsearch-JobInfoHeader-companyLocation';
const PAY = "#salaryInfoAndJobType, .jobsearch-JobMetadataHeader-item";

export function hasShownAdvert($: PageQuery): boolean {
  return textOf($(TITLE)) !== null;
}

/** "Cook - job post" is how the heading of an advert ends for screen readers. */
function shownTitle($: PageQuery): string | null {
  return textOf($(TITLE))?.replace(/\s*-\s*job post$/i, "") ?? null;
}

/** Reads an advert's page: its JobPosting data, its own data, and what it shows, in this order for each field. */
export function readIndeedJob(
  $: PageQuery,
  page: JsonLdPage,
  own: IndeedJob | null,
  raw: RawInput,
  base: string,
): ParseOutcome {
  const key = keyOf(raw.url) ?? own?.jobKey ?? keyOf(page.canonical) ?? keyOf(page.ogUrl) ?? keyOf(raw.fetchedUrl);
  const url = key === null ? raw.url : advertUrl(key, base);
  const node = page.blocks.flatMap((block) => findNodes(block, "JobPosting"))[0];
  const shown = shownTitle($);
  const data =
    node === undefined ? null : readJobPosting(node, { source: raw.sourceId, url, alone: true, heading: shown });
  const info = own?.jobInfoWrapperModel.jobInfoModel;
  const header = info?.jobInfoHeaderModel;
  const title = data?.title ?? plainField(header?.jobTitle) ?? shown;
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const age = own?.hiringInsightsModel?.age ?? own?.jobMetadataFooterModel?.age ?? null;
  const postedAt = data?.postedAt ?? (age === null ? null : parseRelativeDate(age, raw.now));
  const stated = own?.salaryInfoModel;
  const phrase = textOf($(PAY)) ?? "";
  const ownPay =
    stated === null || stated === undefined
      ? readPayPhrase(/\d{2}/.test(phrase) ? phrase : "")
      : readDataPay({ min: stated.salaryMin, max: stated.salaryMax }, stated.salaryCurrency, stated.salaryType);
  const company = data?.company ?? plainField(header?.companyName) ?? textOf($(COMPANY));
  const text = info?.sanitizedJobDescription ?? markupOf($, ["#jobDescriptionText"]) ?? data?.description ?? "";
  const posting: ParsedPosting = {
    ...NOTHING_STATED,
    source: raw.sourceId,
    externalId: key ?? data?.externalId ?? sha256(`${title}\n${company ?? ""}\n${text}`),
    url,
    title,
    company,
    location: plainField(header?.formattedLocation) ?? textOf($(PLACE)) ?? data?.location ?? null,
    postedAt,
    validThrough: data?.validThrough ?? null,
    employmentType:
      data?.employmentType ?? readEmploymentTypes(info?.jobMetadataHeaderModel?.jobType ?? phrase)[0] ?? null,
    workplace: data?.workplace ?? readRemoteWork(header?.remoteWorkModel),
    salary: data?.salary ?? ownPay.salary,
    ...statedText(text),
    lang: data?.lang ?? null,
    warnings: data?.postedAt === undefined && postedAt !== null ? [`postedAt is worked out from "${age ?? ""}".`] : [],
  };
  if (posting.salary === null && ownPay.warning !== null) posting.warnings.push(ownPay.warning);
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
