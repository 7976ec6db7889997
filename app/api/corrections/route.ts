import { AppError } from "@/lib/core/kernel/app-error";
import { utcDay } from "@/lib/core/kernel/utc-day";
import { withAdmin } from "@/lib/entry/route-handler";
import { exportStateInput } from "@/lib/services/corrections/correction-input";
import { exportCorrections } from "@/lib/services/corrections/export-corrections";

/** What was reported as wrong, as a file of JSON Lines: `?state=taken|open|dismissed|all`. Administrators only. */
export const GET = withAdmin("corrections.export", async (ctx, request) => {
  const asked = exportStateInput.safeParse(new URL(request.url).searchParams.get("state") ?? undefined);
  if (!asked.success) throw new AppError("invalid_input", "The state is taken, open, dismissed or all.");
  const lines = await exportCorrections(ctx, asked.data);
  const name = `corrections-${asked.data ?? "all"}-${utcDay(ctx.now())}.jsonl`;
  return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(""), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
});
