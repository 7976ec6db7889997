import { z } from "zod";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { parseHostedPage } from "./parse-hosted-page";
import { brokenAnswer, readAnswer } from "./read-answer";

/** The answer of such an API, its adverts not yet read. */
export const jobsAnswer = z.object({ jobs: z.array(z.unknown()) });

/** What tells one board of remote work from another. */
export type RemoteBoard<Job extends z.ZodType> = {
  job: Job;
  readJob: (job: z.output<Job>, raw: RawInput) => ParseOutcome;
  /** The advert's number in its address; null where there is none. */
  idOf: (url: URL) => string | null;
};

/** Reads an answer of a board that lists remote work only (`{ jobs: […] }`), or an advert's page. */
export function parseRemoteBoard<Job extends z.ZodType>(raw: RawInput, board: RemoteBoard<Job>): ParseOutcome[] {
  const answer = readAnswer(raw.body);
  if (answer.kind === "broken") return [answer.outcome];
  if (answer.kind === "page")
    return parseHostedPage(raw, { idOf: board.idOf }).map((outcome) =>
      outcome.kind === "posting" ? { kind: "posting", posting: { ...outcome.posting, workplace: "remote" } } : outcome,
    );
  const reading = jobsAnswer.safeParse(answer.value);
  if (!reading.success) return [brokenAnswer("the answer is not a list of adverts")];
  return reading.data.jobs.map((value) => {
    const job = board.job.safeParse(value);
    return job.success
      ? board.readJob(job.data, raw)
      : { kind: "rejected", reason: "a row that is not an advert", warnings: [] };
  });
}
