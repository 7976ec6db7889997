import { unstable_rethrow } from "next/navigation";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";
import { getApp } from "@/lib/services/context/get-app";
import { requireAdminContext, requireUserContext } from "./require-user";
import { isSameOrigin } from "./same-origin";
import { failureStatus, toFailure } from "./to-failure";

type Params = Record<string, string | string[] | undefined>;
type Handle = (ctx: UserContext, request: Request, params: Params) => Promise<Response>;
type RouteHandler = (request: Request, route: { params: Promise<Params> }) => Promise<Response>;

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

function guard(name: string, admit: () => Promise<UserContext>, handle: Handle): RouteHandler {
  return async (request, route) => {
    let log = getApp().context({ kind: "visitor" }).log.with({ route: name });
    try {
      if (!READS.has(request.method) && !isSameOrigin(request)) {
        throw new AppError("forbidden", "This request did not come from our own pages.");
      }
      const admitted = await admit();
      log = admitted.log.with({ route: name });
      const response = await handle({ ...admitted, log }, request, await route.params);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
      return response;
    } catch (error) {
      unstable_rethrow(error);
      const failure = toFailure(error, log);
      return Response.json(
        { error: failure },
        { status: failureStatus(failure.code), headers: { "cache-control": "no-store" } },
      );
    }
  };
}

/** A route handler for signed-in people: 401 as JSON for anybody else, 403 for a change asked for by another site. */
export function withUser(name: string, handle: Handle): RouteHandler {
  return guard(name, requireUserContext, handle);
}

/** The same for administrators; 404 for other signed-in people. */
export function withAdmin(name: string, handle: Handle): RouteHandler {
  return guard(name, requireAdminContext, handle);
}
