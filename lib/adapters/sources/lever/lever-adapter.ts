import { z } from "zod";
import { type AnswerReading, crawlAnswers } from "../crawl-answers";
import { companyName, tenantConfig, tenantName } from "../parsing/tenant-config";
import type { SourceAdapter } from "../source-adapter";
import type { SourceConfigInput } from "../source-config";
import type { LeverRegion } from "./lever-address";
import { parseLever } from "./parse-lever";

export const leverParams = z.strictObject({
  tenant: tenantName,
  /** Where the tenant's data live; the address of its board says so. */
  region: z.enum(["global", "eu"]).default("global"),
  company: companyName,
});

/** The most that one answer holds. */
const PAGE_SIZE = 100;

function apiOf(region: LeverRegion): string {
  return region === "eu" ? "https://api.eu.lever.co/" : "https://api.lever.co/";
}

function boardUrl(tenant: string, baseUrl: string): string {
  return new URL(`/v0/postings/${encodeURIComponent(tenant)}?mode=json&limit=${PAGE_SIZE}&skip=0`, baseUrl).href;
}

/** The source of one tenant's board; `baseUrl` points elsewhere in tests and behind a mirror. */
export function leverConfig(
  tenant: string,
  region: LeverRegion = "global",
  baseUrl = apiOf(region),
): SourceConfigInput {
  return tenantConfig("lever", tenant, {
    label: "Lever",
    startUrls: [boardUrl(tenant, baseUrl)],
    params: { tenant, region },
  });
}

/** A full answer may have a next one; a start URL without a limit is answered whole. */
function readPage(value: unknown, url: URL): AnswerReading {
  if (!Array.isArray(value)) return null;
  const limit = Number(url.searchParams.get("limit") ?? 0);
  if (!(limit > 0) || value.length < limit) return { adverts: value.length };
  const next = new URL(url);
  next.searchParams.set("skip", String(Number(url.searchParams.get("skip") ?? 0) + value.length));
  return { adverts: value.length, further: [next.href] };
}

/** Boards on Lever, by the public postings API. */
export const leverAdapter: SourceAdapter = {
  id: "lever",
  crawl: (context, config) => {
    const { tenant, region } = leverParams.parse(config.params);
    return crawlAnswers(context, config, { startUrls: [boardUrl(tenant, apiOf(region))], readAnswer: readPage });
  },
  parse: parseLever,
};
