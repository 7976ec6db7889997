"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/accounts/action-form";
import type { FailureWords } from "@/components/accounts/use-failure";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ActionResult } from "@/lib/entry/action-result";

type RowActionProps<Output> = {
  action: (previous: ActionResult<Output> | null, form: FormData) => Promise<ActionResult<Output>>;
  fields: Readonly<Record<string, string>>;
  /** Spoken instead of the button's word where several rows have the same word. */
  label?: string;
  words?: FailureWords;
  children: ReactNode;
};

/** One button that does one thing to one row. */
export function RowAction<Output>({ action, fields, label, words = {}, children }: RowActionProps<Output>) {
  return (
    <ActionForm action={action} words={words} className="flex flex-col items-end gap-2">
      {({ pending }) => (
        <>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant="secondary" size="sm" pending={pending}>
            {label === undefined ? children : <span className="sr-only">{label}</span>}
            {label === undefined ? null : <span aria-hidden>{children}</span>}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
