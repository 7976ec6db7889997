import { withUser } from "@/lib/entry/route-handler";
import { getMatchStatus, matchStatusInput } from "@/lib/services/resumes/get-match-status";

/** Where the matching of a version stands; polled by the page that waits for it. */
export const GET = withUser("resumes.match_status", async (ctx, request) => {
  const asked = new URL(request.url).searchParams;
  const input = matchStatusInput.parse({ versionId: asked.get("version"), since: asked.get("since") });
  return Response.json(await getMatchStatus(ctx, input));
});
