import type { AppErrorCode } from "@/lib/core/kernel/app-error";

/** What a failed request tells its caller. `fields` names the inputs at fault; `reference` finds an unknown error in the log. */
export type Failure = {
  code: AppErrorCode;
  message: string;
  fields?: Readonly<Record<string, readonly string[]>>;
  reference?: string;
};

/** What every server action answers. */
export type ActionResult<Output> = { ok: true; data: Output } | { ok: false; error: Failure };
