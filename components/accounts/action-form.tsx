"use client";

import { type ReactNode, startTransition, useActionState } from "react";
import { FormError } from "@/components/forms/form-error";
import type { ActionResult } from "@/lib/entry/action-result";
import { type FailureWords, useFailure } from "./use-failure";

/** What the fields of a form can ask about its last sending. */
export type FormState<Output> = { data: Output | null; pending: boolean; errorsOf: (name: string) => string[] };

type ActionFormProps<Output> = {
  action: (previous: ActionResult<Output> | null, form: FormData) => Promise<ActionResult<Output>>;
  words?: FailureWords;
  className?: string;
  children: (state: FormState<Output>) => ReactNode;
};

/**
 * A form over a server action. It is sent without scripts too; with them, what was typed stays when it is refused, which
 * React's own reset after an action would empty.
 */
export function ActionForm<Output>({
  action,
  words,
  className = "flex flex-col gap-4 *:empty:-mb-4",
  children,
}: ActionFormProps<Output>) {
  const [result, send, pending] = useActionState(action, null);
  const failure = useFailure(words);
  const error = result?.ok === false ? result.error : null;
  return (
    <form
      action={send}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
    >
      <FormError message={pending ? null : failure.message(error)} />
      {children({
        data: result?.ok ? result.data : null,
        pending,
        errorsOf: (name) => failure.fieldErrors(error, name),
      })}
    </form>
  );
}
