import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import { Field, type FieldProps } from "./field";

export type SelectOption = { value: string; label: string };

type SelectFieldProps = Omit<FieldProps, "children"> &
  Omit<ComponentProps<"select">, "id" | "required" | "children"> & { options: SelectOption[] };

/** A labelled choice of one. */
export function SelectField({ label, hint, errors, required = false, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} errors={errors} required={required}>
      {(wiring) => (
        <Select {...select} {...wiring}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
