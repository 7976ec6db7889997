import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes, isNode } from "../jsonld/json-node";
import { toHttpUrl } from "../jsonld/page-url";
import { readJobPosting } from "../jsonld/read-job-posting";
import { type JsonLdPage, readPage } from "../jsonld/read-page";
import { readEmploymentTypes } from "../parsing/employment-type";
import { markupOf, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertUrl, slugOf, WWR_BASE } from "./weworkremotely-url";

const HEADER = ".listing-header, .listing-header-container, .lis-container__header";
const TITLE = ".listing-header h1, .listing-header-container h1, .lis-container__header h1, .lis-container__header h2";
const COMPANY =
  '.company-card h2, .listing-header h2, .lis-container__job__sidebar__companyDetails__info__title h3, a[href^="/company/"] h2, a[href^="/company/"] h3';
const PLACE =
  ".company-card h3:has(.fa-map-marker-alt), .lis-container__job__sidebar__companyDetails__info__details li:first-child";
const DESCRIPTION = ["#job-listing-show-container", ".listing-container", ".lis-container__job__content__description"];
const TAGS =
  ".listing-tag, .lis-container__job__sidebar__job-about__list__item .box, .lis-container__job__sidebar__job-about .box";

export function hasAdvert($: PageQuery): boolean {
  return $(HEADER).length > 0 && textOf($(TITLE)) !== null;
}

/** The data name the advert by the words of its address, where the page has lost its own. */
function idAddress(page: JsonLdPage): string | null {
  const [node] = page.blocks.flatMap((block) => findNodes(block, "JobPosting"));
  const id = isNode(node?.identifier) ? node.identifier.value : null;
  return typeof id === "string" && /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id) ? `/remote-jobs/${id}` : null;
}

function readUrl(page: JsonLdPage, raw: RawInput): string | null {
  const base = raw.url ?? raw.fetchedUrl ?? WWR_BASE;
  const hrefs = [raw.url, page.canonical, page.ogUrl, raw.fetchedUrl, idAddress(page)];
  return hrefs.flatMap((href) => advertUrl(href, base) ?? [])[0] ?? toHttpUrl(raw.url, null);
}

/** Reads an advert's page: its JobPosting data, and what the page shows where that is silent. */
export function readJobPage($: PageQuery, raw: RawInput): ParseOutcome {
  const page = readPage(raw.body);
  const url = readUrl(page, raw);
  const node = page.blocks.flatMap((block) => findNodes(block, "JobPosting"))[0];
  const title = textOf($(TITLE));
  const data =
    node === undefined ? null : readJobPosting(node, { source: raw.sourceId, url, alone: true, heading: title });
  const stated = data?.title ?? title;
  if (stated === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const tags = textsOf($(TAGS), 60);
  const company = data?.company ?? textOf($(COMPANY));
  // Employers without a place have their own name shown in its stead.
  const place = textsOf($(PLACE), 200).find((text) => text.toLowerCase() !== company?.toLowerCase()) ?? null;
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: slugOf(url) ?? data?.externalId ?? sha256(url ?? `${stated}\n${company ?? ""}`),
    url,
    title: stated,
    company,
    location: data?.location ?? place ?? tags.find((tag) => /\bonly\b|anywhere/i.test(tag)) ?? null,
    postedAt: data?.postedAt ?? parseStatedDate($(`${HEADER}, .content`).find("time[datetime]").attr("datetime")),
    validThrough: data?.validThrough ?? null,
    employmentType: data?.employmentType ?? tags.flatMap((tag) => readEmploymentTypes(tag))[0] ?? null,
    workplace: "remote",
    salary: data?.salary ?? null,
    ...statedText(markupOf($, DESCRIPTION) ?? data?.description ?? ""),
    tags: [...new Set([...(data?.tags ?? []), ...tags.filter((tag) => readEmploymentTypes(tag).length === 0)])],
    lang: data?.lang ?? null,
    warnings: (data?.warnings ?? []).filter((warning) => !warning.endsWith("is missing.")),
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
