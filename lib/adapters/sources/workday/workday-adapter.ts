import { z } from "zod";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { readAnswer } from "../parsing/read-answer";
import { companyName, tenantConfig, tenantName } from "../parsing/tenant-config";
import type { SourceAdapter } from "../source-adapter";
import type { SourceConfigInput } from "../source-config";
import { parseWorkday } from "./parse-workday";
import { readWorkdayAddress, workdayApi, workdayJobUrl } from "./workday-address";
import { workdayRow, workdaySearch } from "./workday-schema";

const pathPart = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/, "a part of the board's address");

export const workdayParams = z.strictObject({
  tenant: tenantName,
  /** Such as `acme.wd5.myworkdayjobs.com`. */
  host: z
    .string()
    .regex(/^[a-z0-9.-]+\.myworkday(?:jobs|jobs-impl|site)\.com$/, "a host of myworkdayjobs.com or myworkdaysite.com"),
  site: pathPart,
  searchText: z.string().max(200).default(""),
  /** Filters of the search, by their names: `{ "locationCountry": ["…"] }`. */
  appliedFacets: z.record(z.string().max(100), z.array(z.string().max(100)).max(50)).default({}),
  maxItems: z.int().min(1).max(2000).default(2000),
  company: companyName,
});
type WorkdayParams = z.output<typeof workdayParams>;

/** What a page of the search holds at most; more is refused. */
const PAGE_SIZE = 20;
/** The search counts and names no more adverts than this. */
const MAX_NAMED = 2000;

export type WorkdaySite = Pick<WorkdayParams, "tenant" | "host" | "site">;

/** The source of one tenant's site; `baseUrl` points elsewhere in tests and behind a mirror. */
export function workdayConfig({ tenant, host, site }: WorkdaySite, baseUrl = `https://${host}`): SourceConfigInput {
  const { origin } = new URL(baseUrl);
  const config = tenantConfig("workday", `${tenant}-${site}`, {
    label: "Workday",
    startUrls: [`${workdayApi({ origin, tenant, site })}/jobs`],
    params: { tenant, host, site },
  });
  return { ...config, name: `Workday: ${tenant} (${site})`.slice(0, 120) };
}

/** Pages of one search differ only in what is sent; the fragment, which never leaves, tells them apart. */
type Position = { offset: number; total: number };

function positionOf(listUrl: string): Position {
  const fragment = new URLSearchParams(new URL(listUrl).hash.slice(1));
  return { offset: Number(fragment.get("offset") ?? 0), total: Number(fragment.get("total") ?? 0) };
}

function atPosition(listUrl: string, { offset, total }: Position): string {
  const url = new URL(listUrl);
  url.hash = `offset=${offset}&total=${total}`;
  return url.href;
}

function searchBody(listUrl: string, { searchText, appliedFacets }: WorkdayParams): string {
  return JSON.stringify({ appliedFacets, limit: PAGE_SIZE, offset: positionOf(listUrl).offset, searchText });
}

function detailsOf(rows: readonly unknown[], listUrl: string): string[] {
  const api = new URL(listUrl).href.replace(/\/jobs(?:#.*)?$/, "");
  return rows.flatMap((value) => {
    const path = workdayRow.safeParse(value).data?.externalPath ?? "";
    const href = path.startsWith("/job/") && URL.canParse(`${api}${path}`) ? new URL(`${api}${path}`).href : "";
    return href.startsWith(`${api}/job/`) ? [href] : [];
  });
}

function readList(page: FetchedDocument): ListReading | string {
  const answer = readAnswer(decodeBody(page.bytes, page.contentType).text);
  const search = workdaySearch.safeParse(answer.kind === "json" ? answer.value : null);
  if (!search.success) return "the answer is no search result";
  const position = positionOf(page.url);
  const rows = search.data.jobPostings;
  const offset = position.offset + rows.length;
  const total = position.total > 0 ? position.total : (search.data.total ?? 0);
  const isLast = rows.length === 0 || (total > 0 ? offset >= total : rows.length < PAGE_SIZE);
  const reasons: string[] = [];
  if (isLast && offset < total) reasons.push(`the search named ${offset} of ${total} adverts`);
  if (total >= MAX_NAMED) reasons.push(`the search names at most ${MAX_NAMED} adverts`);
  return {
    details: detailsOf(rows, page.url),
    further: isLast ? [] : [atPosition(page.url, { offset, total })],
    carriesAdverts: false,
    reasons,
  };
}

function stableUrl(url: string): string {
  const address = readWorkdayAddress(new URL(url));
  return address?.jobPath ? workdayJobUrl(address, address.jobPath) : url;
}

/** Sites on Workday: the search names the adverts, each of which is then asked for as data. */
export const workdayAdapter: SourceAdapter = {
  id: "workday",
  crawl: (context, config) => {
    const params = workdayParams.parse(config.params);
    const { tenant, host, site } = params;
    const own = [`${workdayApi({ origin: `https://${host}`, tenant, site })}/jobs`];
    const startUrls = config.startUrls.length > 0 ? config.startUrls : own;
    return crawlBoard(
      context,
      { ...config, startUrls },
      {
        readList,
        maxPages: MAX_NAMED / PAGE_SIZE + 1,
        maxItems: params.maxItems,
        accept: "application/json",
        stableUrl,
        postOf: (listUrl) => ({ body: searchBody(listUrl, params), contentType: "application/json" }),
      },
    );
  },
  parse: parseWorkday,
};
