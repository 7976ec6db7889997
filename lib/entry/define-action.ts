import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Client } from "@/lib/services/accounts/client";
import type { Actor, Context, UserContext, VisitorActor } from "@/lib/services/context/context";
import { getApp } from "@/lib/services/context/get-app";
import type { ActionResult } from "./action-result";
import { clientOf } from "./client-of";
import { formValues } from "./form-values";
import { requireAdminContext, requireUserContext } from "./require-user";
import { toFailure } from "./to-failure";

type VisitorContext = Context<VisitorActor>;

type ActionSpec<A extends Actor, Input extends z.ZodType, Output> = {
  /** Dotted name for the log: matches.dismiss */
  name: string;
  input: Input;
  run: (ctx: Context<A>, input: z.output<Input>, client: Client) => Promise<Output>;
};

type Given<Input extends z.ZodType> = z.input<Input> | FormData;

/** Called with the input itself, or, as the action of a form, with the form's data (after the previous state for `useActionState`). */
export type Action<Input extends z.ZodType, Output> = {
  (...given: undefined extends z.input<Input> ? [Given<Input>?] : [Given<Input>]): Promise<ActionResult<Output>>;
  (previous: ActionResult<Output> | null, form: FormData): Promise<ActionResult<Output>>;
};

function define<A extends Actor, Input extends z.ZodType, Output>(
  spec: ActionSpec<A, Input, Output>,
  admit: () => Promise<Context<A>>,
): Action<Input, Output> {
  return async (first?: unknown, second?: FormData): Promise<ActionResult<Output>> => {
    let log = getApp().context({ kind: "visitor" }).log.with({ action: spec.name });
    try {
      const admitted = await admit();
      log = admitted.log.with({ action: spec.name });
      const form = second ?? first;
      const input = spec.input.parse(form instanceof FormData ? formValues(form) : form);
      const data = await spec.run({ ...admitted, log }, input, clientOf(await headers()));
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error); // redirect() and notFound() travel as exceptions
      return { ok: false, error: toFailure(error, log) };
    }
  };
}

/** A server action for signed-in people: session, then input, then the service, then one kind of reply. */
export function defineAction<Input extends z.ZodType, Output>(
  spec: ActionSpec<UserContext["actor"], Input, Output>,
): Action<Input, Output> {
  return define(spec, requireUserContext);
}

/** A server action for administrators only; to others it does not exist. */
export function defineAdminAction<Input extends z.ZodType, Output>(
  spec: ActionSpec<UserContext["actor"], Input, Output>,
): Action<Input, Output> {
  return define(spec, requireAdminContext);
}

/** A server action that needs no session: signing in, signing up, asking for a new password. */
export function definePublicAction<Input extends z.ZodType, Output>(
  spec: ActionSpec<VisitorActor, Input, Output>,
): Action<Input, Output> {
  return define(spec, (): Promise<VisitorContext> => Promise.resolve(getApp().context({ kind: "visitor" })));
}
