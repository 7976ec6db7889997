"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAdminAction } from "@/lib/entry/define-action";
import { lookAtSourceForm, saveSourceForm, sourceFormInput } from "@/lib/services/sources/edit-source";
import { addressInput, requestAddressImport, watchAddress } from "@/lib/services/sources/import-address";
import { previewPasted } from "@/lib/services/sources/paste-address";
import { requestScrape, requestScrapeOfAll, scrapeInput } from "@/lib/services/sources/request-scrape";
import { setSourceEnabled, sourceEnabledInput } from "@/lib/services/sources/set-source-enabled";

export const scrapeNowAction = defineAdminAction({
  name: "sources.scrape_now",
  input: scrapeInput,
  run: requestScrape,
});

export const scrapeAllAction = defineAdminAction({
  name: "sources.scrape_all",
  input: z.undefined(),
  run: requestScrapeOfAll,
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

export const saveSourceAction = defineAdminAction({
  name: "sources.save",
  input: sourceFormInput,
  run: async (ctx, input) => {
    const output = await saveSourceForm(ctx, input);
    revalidatePath("/admin/sources");
    return output;
  },
});

export const lookAtSourceAction = defineAdminAction({
  name: "sources.test_fetch",
  input: sourceFormInput,
  run: lookAtSourceForm,
});

export const previewAddressAction = defineAdminAction({
  name: "sources.preview_address",
  input: addressInput,
  run: previewPasted,
});

export const importAddressAction = defineAdminAction({
  name: "sources.import_address",
  input: addressInput,
  run: requestAddressImport,
});

export const watchAddressAction = defineAdminAction({
  name: "sources.watch_address",
  input: addressInput,
  run: async (ctx, input) => {
    const { sourceId } = await watchAddress(ctx, input);
    revalidatePath("/admin/sources");
    const source = await ctx.db.source.findUnique({ where: { id: sourceId }, select: { enabled: true } });
    return { sourceId, enabled: source?.enabled ?? false };
  },
});
