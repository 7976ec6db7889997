"use server";

import { setTimeout as sleep } from "node:timers/promises";
import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { defineAction } from "@/lib/entry/define-action";
import {
  deleteResume,
  PURGE_AFTER_MS,
  purgeDeletedResumes,
  restoreResume,
  resumeIdInput,
} from "@/lib/services/resumes/delete-resume";
import { receiveResume, receiveResumeInput } from "@/lib/services/resumes/receive-resume";
import { matchNow, requestMatch, requestMatchInput } from "@/lib/services/resumes/request-match";

export const receiveResumeAction = defineAction({
  name: "resumes.receive",
  input: receiveResumeInput,
  run: async (ctx, input) => {
    const received = await receiveResume(ctx, input);
    if (received.kind === "stored") revalidatePath("/resumes", "layout");
    return received;
  },
});

export const deleteResumeAction = defineAction({
  name: "resumes.delete",
  input: resumeIdInput,
  run: async (ctx, input) => {
    const deleted = await deleteResume(ctx, input);
    revalidatePath("/resumes");
    after(async () => {
      await sleep(PURGE_AFTER_MS);
      await purgeDeletedResumes(ctx);
    });
    return deleted;
  },
});

export const restoreResumeAction = defineAction({
  name: "resumes.restore",
  input: resumeIdInput,
  run: async (ctx, input) => {
    const restored = await restoreResume(ctx, input);
    revalidatePath("/resumes");
    return restored;
  },
});

export const requestMatchAction = defineAction({
  name: "resumes.request_match",
  input: requestMatchInput,
  run: requestMatch,
});

export const matchNowAction = defineAction({ name: "resumes.match_now", input: requestMatchInput, run: matchNow });
