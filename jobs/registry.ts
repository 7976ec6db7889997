import type { SystemContext } from "@/lib/services/context/context";
import { matchOneResume } from "@/lib/services/matches/match-one-resume";
import { runDaily, runScrape } from "@/lib/services/pipeline/run-daily";
import { runFrequent } from "@/lib/services/pipeline/run-frequent";
import { runReread } from "@/lib/services/pipeline/run-reread";
import { replayRun } from "@/lib/services/runs/replay-run";
import { JOB_PAYLOADS, type JobName } from "@/lib/services/queue/job-names";
import { runAddressImport } from "@/lib/services/sources/import-address";

export type JobTrigger = "cron" | "schedule" | "cli" | "admin" | "launcher" | "upload";

/** One job, null where it had nothing to do: the same work behind the schedule, the administrator's button, the cron route and the command line. */
export type Job = {
  name: JobName;
  run: (
    ctx: SystemContext,
    payload: unknown,
    slice: { trigger: JobTrigger; deadline: Date | null },
  ) => Promise<{ runId: string; status: string } | null>;
};

const daily: Job = {
  name: "daily",
  run: (ctx, payload, slice) => {
    const { runId, sourceIds } = JOB_PAYLOADS.daily.parse(payload);
    return runDaily(ctx, { ...slice, runId, sourceIds });
  },
};

const frequent: Job = {
  name: "frequent",
  run: (ctx, _payload, slice) => runFrequent(ctx, slice),
};

const scrape: Job = {
  name: "scrape",
  run: (ctx, payload, slice) => {
    const { runId, sourceId, from } = JOB_PAYLOADS.scrape.parse(payload);
    return runScrape(ctx, sourceId, { ...slice, runId, from });
  },
};

const importAddress: Job = {
  name: "import_address",
  run: (ctx, payload, slice) => {
    const { runId, address } = JOB_PAYLOADS.import_address.parse(payload);
    return runAddressImport(ctx, address, { ...slice, runId });
  },
};

const replay: Job = {
  name: "replay",
  run: (ctx, payload, slice) => {
    const { runId, replayOf } = JOB_PAYLOADS.replay.parse(payload);
    return replayRun(ctx, replayOf, { trigger: slice.trigger, runId });
  },
};

const reread: Job = {
  name: "reread",
  run: (ctx, payload, slice) => runReread(ctx, { ...slice, runId: JOB_PAYLOADS.reread.parse(payload).runId }),
};

const match: Job = {
  name: "match",
  run: (ctx, payload, slice) => matchOneResume(ctx, JOB_PAYLOADS.match.parse(payload).resumeVersionId, slice.trigger),
};

/** Every job by its name. */
export const JOBS: Readonly<Record<JobName, Job>> = {
  daily,
  frequent,
  scrape,
  import_address: importAddress,
  replay,
  reread,
  match,
};
