"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAdminAction } from "@/lib/entry/define-action";
import { requestScrape } from "@/lib/services/sources/request-scrape";
import { setSourceEnabled, sourceEnabledInput } from "@/lib/services/sources/set-source-enabled";

export const scrapeNowAction = defineAdminAction({
  name: "sources.scrape_now",
  input: z.object({ sourceId: z.string().min(1).max(100) }),
  run: requestScrape,
});

export const setSourceEnabledAction = defineAdminAction({
  name: "sources.set_enabled",
  input: sourceEnabledInput,
  run: async (ctx, input) => {
    const output = await setSourceEnabled(ctx, input);
    revalidatePath("/admin/sources");
    return output;
  },
});
