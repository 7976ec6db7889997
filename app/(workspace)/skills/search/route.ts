import { withUser } from "@/lib/entry/route-handler";
import { suggestSkills } from "@/lib/services/postings/list-filter-choices";

/** Skills whose name contains what was typed: `?q=`. */
export const GET = withUser("skills.search", async (ctx, request) => {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ skills: await suggestSkills(ctx, typed.slice(0, 100)) });
});
