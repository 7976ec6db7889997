import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { barePosting } from "../parsing/bare-posting";
import { companyOfTenant, DERIVED_COMPANY, statedCompany } from "../parsing/company-of-tenant";
import { openPage, type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { parseHostedPage } from "../parsing/parse-hosted-page";
import { plainField } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { greenhouseJobId, readGreenhouseAddress } from "./greenhouse-address";

const MAX_ROWS = 5000;

type Board = { base: string | null; company: string | null; derived: boolean };

function readRow($: PageQuery, link: PageNodes, raw: RawInput, board: Board): ParsedPosting | null {
  const url = advertUrl(link.attr("href"), board.base);
  const id = url === null ? null : greenhouseJobId(new URL(url));
  const title = textOf(link.find("p").first()) ?? textOf(link);
  if (id === null || title === null) return null;
  const row = link.closest("tr, .opening, li");
  const posting = barePosting({
    source: raw.sourceId,
    externalId: id,
    url,
    title: plainField(title) ?? title,
    company: board.company,
    location: textOf(link.find("p").eq(1)) ?? textOf($(row).find(".location").first()),
  });
  const warnings = [...gapsOf(posting), ...(board.derived ? [DERIVED_COMPANY] : [])];
  return { ...posting, warnings };
}

function boardOf($: PageQuery, raw: RawInput): Board {
  const canonical = $('link[rel="canonical"]').attr("href") ?? $('meta[property="og:url"]').attr("content");
  const base = raw.url ?? raw.fetchedUrl ?? advertUrl(canonical) ?? "https://boards.greenhouse.io/";
  // "Jobs at Acme", "Current openings at Acme"
  const heading = [textOf($("title")), textOf($("h1"))].flatMap(
    (text) => /\bat (.{1,200})$/.exec(text ?? "")?.[1] ?? [],
  );
  const stated = statedCompany(raw) ?? heading[0] ?? null;
  if (stated !== null) return { base, company: stated, derived: false };
  const first = $('a[href*="/jobs/"]').first().attr("href");
  const tenants = [base, advertUrl(first, base)].flatMap((href) =>
    href === null ? [] : (readGreenhouseAddress(new URL(href))?.tenant ?? []),
  );
  const company = companyOfTenant(tenants[0] ?? null, []);
  return { base, company, derived: company !== null };
}

/** A saved list of a board: what it states of each advert. Null where the page lists none. */
function parseList(raw: RawInput): ParseOutcome[] | null {
  const $ = openPage(raw.body);
  if ($ === null) return null;
  const board = boardOf($, raw);
  const found = new Map<string, ParsedPosting>();
  const links = $('a[href*="/jobs/"], a[href*="gh_jid="]').toArray().slice(0, MAX_ROWS);
  for (const link of links) {
    const posting = readRow($, $(link), raw, board);
    if (posting !== null && !found.has(posting.externalId)) found.set(posting.externalId, posting);
  }
  return found.size === 0 ? null : [...found.values()].map((posting) => ({ kind: "posting", posting }));
}

/** Reads a hosted page: an advert's JSON-LD, else the list of a board. */
export function parseGreenhousePage(raw: RawInput): ParseOutcome[] {
  const outcomes = parseHostedPage(raw, { idOf: greenhouseJobId });
  const isAdvert = outcomes.some((outcome) => outcome.kind === "posting");
  const isRefused = outcomes.some((outcome) => outcome.kind === "page" && outcome.outcome !== "broken");
  return isAdvert || isRefused ? outcomes : (parseList(raw) ?? outcomes);
}
