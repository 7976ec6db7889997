import { crawlAnswers } from "../crawl-answers";
import { jobsAnswer } from "../parsing/parse-remote-board";
import type { SourceAdapter } from "../source-adapter";
import type { SourceConfigInput } from "../source-config";
import { parseRemotive } from "./parse-remotive";

/** What the API's terms ask of everybody who shows its adverts: a link to the advert on Remotive, and its name as the source. */
export const REMOTIVE_ATTRIBUTION = { text: "Source: Remotive", url: "https://remotive.com/" };

/** The configuration of the source; `baseUrl` points elsewhere in tests and behind a mirror. */
export function remotiveConfig(baseUrl = "https://remotive.com/"): SourceConfigInput {
  return {
    id: "remotive",
    name: "Remotive",
    adapter: "remotive",
    enabled: false,
    startUrls: [new URL("/api/remote-jobs", baseUrl).href],
    // The terms advise four requests a day at most.
    cadenceMinutes: 1440,
    politeness: { minIntervalMs: 5000 },
    attribution: REMOTIVE_ATTRIBUTION,
  };
}

/** Remotive, by its public API. */
export const remotiveAdapter: SourceAdapter = {
  id: "remotive",
  crawl: (context, config) =>
    crawlAnswers(context, config, {
      startUrls: ["https://remotive.com/api/remote-jobs"],
      neverComplete: "the API lists a part of the adverts, a day late",
      readAnswer: (value) => {
        const reading = jobsAnswer.safeParse(value);
        return reading.success ? { adverts: reading.data.jobs.length } : null;
      },
    }),
  parse: parseRemotive,
};
