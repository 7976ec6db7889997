"use server";

import { revalidatePath } from "next/cache";
import { defineAdminAction } from "@/lib/entry/define-action";
import { importRates, oneRateInput, rateTableInput, setRate } from "@/lib/services/rates/save-rates";

export const importRatesAction = defineAdminAction({
  name: "rates.import",
  input: rateTableInput,
  run: async (ctx, input) => {
    const saved = await importRates(ctx, input);
    revalidatePath("/admin/rates");
    return saved;
  },
});

export const setRateAction = defineAdminAction({
  name: "rates.set",
  input: oneRateInput,
  run: async (ctx, input) => {
    const saved = await setRate(ctx, input);
    revalidatePath("/admin/rates");
    return saved;
  },
});
