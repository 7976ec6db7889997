import { unstable_rethrow } from "next/navigation";
import type { SystemContext } from "@/lib/services/context/context";
import { getApp, getSecrets } from "@/lib/services/context/get-app";
import { hasCronSecret } from "./cron-secret";
import { failureStatus, toFailure } from "./to-failure";

type CronSpec = {
  name: string;
  /** The slice must end by `deadline`; the signal aborts when the caller hangs up. */
  run: (ctx: SystemContext, slice: { deadline: Date; signal: AbortSignal }) => Promise<object>;
  /** How long one slice may take, in milliseconds. */
  sliceMs: number;
};

/** A GET handler that runs one slice of a job: 401 without the secret, else the job's report as JSON. */
export function defineCronRoute({ name, run, sliceMs }: CronSpec): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!hasCronSecret(request.headers.get("authorization"), getSecrets().cron)) {
      return Response.json(
        { error: { code: "unauthenticated", message: "The cron secret is missing or wrong." } },
        { status: 401 },
      );
    }
    const base = getApp().context({ kind: "system", name: `cron:${name}` });
    const ctx = { ...base, log: base.log.with({ job: name }) };
    try {
      const deadline = new Date(ctx.wallNow().getTime() + sliceMs);
      return Response.json(await run(ctx, { deadline, signal: request.signal }));
    } catch (error) {
      unstable_rethrow(error);
      const failure = toFailure(error, ctx.log);
      return Response.json({ error: failure }, { status: failureStatus(failure.code) });
    }
  };
}
