"use server";

import { revalidatePath } from "next/cache";
import { defineAction, defineAdminAction } from "@/lib/entry/define-action";
import { correctionInput } from "@/lib/services/corrections/correction-input";
import { reportCorrection } from "@/lib/services/corrections/report-correction";
import {
  joinPostings,
  joinPostingsInput,
  splitListing,
  splitListingInput,
} from "@/lib/services/postings/decide-duplicates";
import { findPostingsToJoin, postingsToJoinInput } from "@/lib/services/postings/find-postings-to-join";

export const splitListingAction = defineAdminAction({
  name: "postings.split_listing",
  input: splitListingInput,
  run: async (ctx, input) => {
    const output = await splitListing(ctx, input);
    revalidatePath("/postings", "layout");
    return output;
  },
});

export const joinPostingsAction = defineAdminAction({
  name: "postings.join",
  input: joinPostingsInput,
  run: async (ctx, input) => {
    const output = await joinPostings(ctx, input);
    revalidatePath("/postings", "layout");
    return output;
  },
});

export const findPostingsToJoinAction = defineAdminAction({
  name: "postings.find_to_join",
  input: postingsToJoinInput,
  run: findPostingsToJoin,
});

export const reportCorrectionAction = defineAction({
  name: "corrections.report",
  input: correctionInput,
  run: reportCorrection,
});
