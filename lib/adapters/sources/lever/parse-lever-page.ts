import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { barePosting } from "../parsing/bare-posting";
import { companyOfTenant, DERIVED_COMPANY, statedCompany } from "../parsing/company-of-tenant";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { openPage, type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { parseHostedPage } from "../parsing/parse-hosted-page";
import { gapsOf } from "../parsing/posting-gaps";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { leverJobUrl, readLeverAddress } from "./lever-address";

const MAX_ROWS = 5000;

function stableUrl(url: URL): string {
  const address = readLeverAddress(url);
  return address?.jobId ? leverJobUrl(address, address.jobId) : url.href;
}

function companyOf($: PageQuery, raw: RawInput): string | null {
  const logo = $(".main-header-logo img, .main-footer-text a img").first().attr("alt");
  const named = /^(.{1,200}?) (?:logo|home ?page)$/i.exec(logo?.trim() ?? "")?.[1];
  return statedCompany(raw) ?? named ?? null;
}

function readRow(row: PageNodes, raw: RawInput, company: string | null): ParsedPosting | null {
  const url = advertUrl(row.find("a.posting-title, a[href]").first().attr("href"), raw.url ?? raw.fetchedUrl ?? null);
  const address = url === null ? null : readLeverAddress(new URL(url));
  const title = textOf(row.find('[data-qa="posting-name"], h5').first());
  if (url === null || !address?.jobId || title === null) return null;
  const posting = barePosting({
    source: raw.sourceId,
    externalId: address.jobId,
    url: leverJobUrl(address, address.jobId),
    title,
    company: company ?? companyOfTenant(address.tenant, []),
    location: textOf(row.find(".location").first()),
    employmentType: readEmploymentTypes(textOf(row.find(".commitment").first()))[0] ?? null,
    workplace: readWorkplace(textOf(row.find(".workplaceTypes").first())),
  });
  return { ...posting, warnings: [...gapsOf(posting), ...(company === null ? [DERIVED_COMPANY] : [])] };
}

/** A saved list of a board: what it states of each advert. Null where the page lists none. */
function parseList(raw: RawInput): ParseOutcome[] | null {
  const $ = openPage(raw.body);
  if ($ === null) return null;
  const company = companyOf($, raw);
  const found = new Map<string, ParsedPosting>();
  for (const row of $(".posting").toArray().slice(0, MAX_ROWS)) {
    const posting = readRow($(row), raw, company);
    if (posting !== null && !found.has(posting.externalId)) found.set(posting.externalId, posting);
  }
  return found.size === 0 ? null : [...found.values()].map((posting) => ({ kind: "posting", posting }));
}

/** Reads a hosted page: an advert's JSON-LD, else the list of a board. */
export function parseLeverPage(raw: RawInput): ParseOutcome[] {
  const outcomes = parseHostedPage(raw, { idOf: (url) => readLeverAddress(url)?.jobId ?? null, stableUrl });
  const isAdvert = outcomes.some((outcome) => outcome.kind === "posting");
  const isRefused = outcomes.some((outcome) => outcome.kind === "page" && outcome.outcome !== "broken");
  return isAdvert || isRefused ? outcomes : (parseList(raw) ?? outcomes);
}
