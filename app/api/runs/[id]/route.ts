import { AppError } from "@/lib/core/kernel/app-error";
import { withAdmin } from "@/lib/entry/route-handler";
import { getRun } from "@/lib/services/runs/get-run";

/** A run as it stands now, for the page that follows it. Administrators only. */
export const GET = withAdmin("runs.get", async (ctx, _request, { id }) => {
  if (typeof id !== "string") throw new AppError("not_found", "This run is not in the registry.");
  return Response.json(await getRun(ctx, id));
});
