"use server";

import { z } from "zod";
import { defineAdminAction } from "@/lib/entry/define-action";
import { requestReplay } from "@/lib/services/runs/request-replay";
import { verifyRun } from "@/lib/services/runs/verify-run";

const runInput = z.object({ runId: z.string().min(1).max(64) });

export const replayRunAction = defineAdminAction({
  name: "runs.replay",
  input: runInput,
  run: requestReplay,
});

export const verifyRunAction = defineAdminAction({
  name: "runs.verify",
  input: runInput,
  run: (ctx, { runId }) => verifyRun(ctx, runId),
});
