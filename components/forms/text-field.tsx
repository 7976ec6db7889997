import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { CONTROL, Field, type FieldProps } from "./field";

type TextFieldProps = Omit<FieldProps, "children"> & Omit<ComponentProps<"input">, "id" | "required">;

/** One line of text, an e-mail or a number. */
export function TextField({ label, hint, errors, required = false, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} errors={errors} required={required}>
      {(wiring) => <input {...input} {...wiring} className={cx(CONTROL, className)} />}
    </Field>
  );
}
