import { withAdmin } from "@/lib/entry/route-handler";
import { findSkillsByName } from "@/lib/services/terms/find-skills-by-name";

/** Skills of the taxonomy with a name that has what was typed in it: `?q=`. Administrators only. */
export const GET = withAdmin("terms.find_skills", (ctx, request) => {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return Promise.resolve(Response.json({ skills: findSkillsByName(ctx, typed) }));
});
