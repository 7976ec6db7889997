import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslations } from "next-intl";

/** What a control needs to be tied to its label, hint and errors. Spread it onto the control. */
export type ControlWiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
  required: boolean;
};

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  required?: boolean;
  children: (wiring: ControlWiring) => ReactNode;
};

export const CONTROL =
  "row-height w-full rounded-control border border-line-strong bg-surface px-2.5 py-1 aria-invalid:border-bad disabled:opacity-55";

/** A labelled control. Every form control is made with it, so that none lacks a label or keeps its error silent. */
export function Field({ label, hint, errors = [], required = false, children }: FieldProps) {
  const t = useTranslations("forms");
  const id = useId();
  const hintId = hint ? `${id}-hint` : null;
  const errorId = errors.length > 0 ? `${id}-error` : null;
  const describedBy = [hintId, errorId].filter((part) => part !== null).join(" ");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {required ? <span className="ml-1 text-xs font-normal text-muted">({t("required")})</span> : null}
      </label>
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": errors.length > 0, required })}
      {hint ? (
        <p id={hintId ?? undefined} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <p id={errorId ?? undefined} aria-live="polite" className="text-sm text-bad empty:hidden">
        {errors.join(" ")}
      </p>
    </div>
  );
}
