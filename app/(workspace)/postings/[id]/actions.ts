"use server";

import { revalidatePath } from "next/cache";
import { defineAdminAction } from "@/lib/entry/define-action";
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
