import { z } from "zod";

/** What can be queued, with the payload that each job takes. */
export const JOB_PAYLOADS = {
  /** `sourceIds`: those to read whether they are due or not; where absent, those that are due. */
  daily: z.object({ runId: z.string().optional(), sourceIds: z.array(z.string().min(1)).optional() }),
  /** What is due of the sources that are read more often than daily. */
  frequent: z.object({}),
  scrape: z.object({
    runId: z.string().optional(),
    sourceId: z.string().min(1),
    from: z.enum(["live", "snapshot"]).optional(),
  }),
  import_address: z.object({ runId: z.string().optional(), address: z.string().min(1).max(2000) }),
  replay: z.object({ runId: z.string().optional(), replayOf: z.string().min(1) }),
  /** Reads again what is out of date. */
  reread: z.object({ runId: z.string().optional() }),
  match: z.object({ resumeVersionId: z.string().min(1) }),
} as const;

export type JobName = keyof typeof JOB_PAYLOADS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOB_PAYLOADS)[N]>;

export const JOB_NAMES: readonly JobName[] = [
  "daily",
  "frequent",
  "scrape",
  "import_address",
  "replay",
  "reread",
  "match",
];
