import { z } from "zod";
import { crawlAnswers } from "../crawl-answers";
import { companyName, tenantConfig, tenantName } from "../parsing/tenant-config";
import type { SourceAdapter } from "../source-adapter";
import type { SourceConfigInput } from "../source-config";
import { greenhouseAnswer } from "./greenhouse-schema";
import { parseGreenhouse } from "./parse-greenhouse";

export const greenhouseParams = z.strictObject({ tenant: tenantName, company: companyName });

/** One host serves boards of every region. */
const API = "https://boards-api.greenhouse.io/";

function boardUrl(tenant: string, baseUrl: string): string {
  return new URL(`/v1/boards/${encodeURIComponent(tenant)}/jobs?content=true`, baseUrl).href;
}

/** The source of one tenant's board; `baseUrl` points elsewhere in tests and behind a mirror. */
export function greenhouseConfig(tenant: string, baseUrl = API): SourceConfigInput {
  return tenantConfig("greenhouse", tenant, {
    label: "Greenhouse",
    startUrls: [boardUrl(tenant, baseUrl)],
    params: { tenant },
  });
}

/** Boards on Greenhouse, by the public job board API, which names every advert in one answer. */
export const greenhouseAdapter: SourceAdapter = {
  id: "greenhouse",
  crawl: (context, config) => {
    const { tenant } = greenhouseParams.parse(config.params);
    return crawlAnswers(context, config, {
      startUrls: [boardUrl(tenant, API)],
      readAnswer: (value) => {
        const reading = greenhouseAnswer.safeParse(value);
        return reading.success ? { adverts: reading.data.jobs.length } : null;
      },
    });
  },
  parse: parseGreenhouse,
};
