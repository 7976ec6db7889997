import { utcDay } from "@/lib/core/kernel/utc-day";
import { withUser } from "@/lib/entry/route-handler";
import { exportOwnData } from "@/lib/services/accounts/export-own-data";

export const GET = withUser("accounts.export", async (ctx) => {
  const data = await exportOwnData(ctx);
  const name = `atalaya-${utcDay(data.exportedAt)}.json`;
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
});
