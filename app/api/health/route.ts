import { checkHealth } from "@/lib/services/health/check-health";
import { getApp } from "@/lib/services/context/get-app";

/** Whether this process serves and reaches its database; no detail for strangers. */
export async function GET(): Promise<Response> {
  const healthy = await checkHealth(getApp().context({ kind: "visitor" }));
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
