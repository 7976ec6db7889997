import { z } from "zod";
import { crawlAnswers } from "../crawl-answers";
import { companyName, tenantConfig, tenantName } from "../parsing/tenant-config";
import type { SourceAdapter } from "../source-adapter";
import type { SourceConfigInput } from "../source-config";
import { ashbyAnswer } from "./ashby-schema";
import { parseAshby } from "./parse-ashby";

export const ashbyParams = z.strictObject({ tenant: tenantName, company: companyName });

function boardUrl(tenant: string, baseUrl: string): string {
  return new URL(`/posting-api/job-board/${encodeURIComponent(tenant)}?includeCompensation=true`, baseUrl).href;
}

/** The source of one tenant's board; `baseUrl` points elsewhere in tests and behind a mirror. */
export function ashbyConfig(tenant: string, baseUrl = "https://api.ashbyhq.com/"): SourceConfigInput {
  return tenantConfig("ashby", tenant, {
    label: "Ashby",
    startUrls: [boardUrl(tenant, baseUrl)],
    params: { tenant },
  });
}

/** Boards on Ashby, by the public posting API, which names every listed advert in one answer. */
export const ashbyAdapter: SourceAdapter = {
  id: "ashby",
  crawl: (context, config) => {
    const { tenant } = ashbyParams.parse(config.params);
    return crawlAnswers(context, config, {
      startUrls: [boardUrl(tenant, "https://api.ashbyhq.com/")],
      readAnswer: (value) => {
        const reading = ashbyAnswer.safeParse(value);
        return reading.success ? { adverts: reading.data.jobs.length } : null;
      },
    });
  },
  parse: parseAshby,
};
