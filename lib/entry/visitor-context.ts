import type { Context, VisitorActor } from "@/lib/services/context/context";
import { getApp } from "@/lib/services/context/get-app";

/** For pages that need no session but ask a service something. */
export function visitorContext(): Context<VisitorActor> {
  return getApp().context({ kind: "visitor" });
}
