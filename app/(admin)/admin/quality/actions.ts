"use server";

import { revalidatePath } from "next/cache";
import { defineAdminAction } from "@/lib/entry/define-action";
import { decideCorrectionInput } from "@/lib/services/corrections/correction-input";
import { decideCorrection } from "@/lib/services/corrections/decide-correction";

export const decideCorrectionAction = defineAdminAction({
  name: "corrections.decide",
  input: decideCorrectionInput,
  run: async (ctx, input) => {
    const decided = await decideCorrection(ctx, input);
    revalidatePath("/admin/quality");
    return decided;
  },
});
