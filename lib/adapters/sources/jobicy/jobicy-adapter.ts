import { z } from "zod";
import { crawlAnswers } from "../crawl-answers";
import { jobsAnswer } from "../parsing/parse-remote-board";
import type { SourceAdapter } from "../source-adapter";
import type { SourceConfigInput } from "../source-config";
import { parseJobicy } from "./parse-jobicy";

/** What the API asks of everybody who shows its adverts: a direct link to the advert on Jobicy, and its name as the source. */
export const JOBICY_ATTRIBUTION = { text: "Source: Jobicy", url: "https://jobicy.com/" };

export const jobicyParams = z.strictObject({
  /** The API's own filters: a region such as `latam`, a branch such as `dev`, words. */
  geo: z
    .string()
    .regex(/^[a-z-]{2,40}$/)
    .optional(),
  industry: z
    .string()
    .regex(/^[a-z-]{2,60}$/)
    .optional(),
  tag: z.string().min(2).max(60).optional(),
});

/** The most that one answer holds. */
const COUNT = 100;

function apiUrl(baseUrl: string): URL {
  return new URL(`/api/v2/remote-jobs?count=${COUNT}`, baseUrl);
}

/** The configuration of the source; `baseUrl` points elsewhere in tests and behind a mirror. */
export function jobicyConfig(baseUrl = "https://jobicy.com/"): SourceConfigInput {
  return {
    id: "jobicy",
    name: "Jobicy",
    adapter: "jobicy",
    enabled: false,
    startUrls: [apiUrl(baseUrl).href],
    cadenceMinutes: 1440,
    politeness: { minIntervalMs: 5000 },
    attribution: JOBICY_ATTRIBUTION,
  };
}

/** Jobicy, by its public API. */
export const jobicyAdapter: SourceAdapter = {
  id: "jobicy",
  crawl: (context, config) => {
    const filters = Object.entries(jobicyParams.parse(config.params));
    const urls = config.startUrls.length > 0 ? config.startUrls : [apiUrl("https://jobicy.com/").href];
    const startUrls = urls.map((href) => {
      const url = new URL(href);
      for (const [name, value] of filters) if (value !== undefined) url.searchParams.set(name, value);
      return url.href;
    });
    return crawlAnswers(
      context,
      { ...config, startUrls },
      {
        startUrls,
        neverComplete: "the API lists the newest adverts only",
        readAnswer: (value) => {
          const reading = jobsAnswer.safeParse(value);
          return reading.success ? { adverts: reading.data.jobs.length } : null;
        },
      },
    );
  },
  parse: parseJobicy,
};
