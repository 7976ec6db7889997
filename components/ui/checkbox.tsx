import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";

/** A checkbox with its label, which can be pressed as well, and a hint under it. */
export function Checkbox({
  label,
  hint,
  ...input
}: Omit<ComponentProps<"input">, "type" | "id"> & { label: ReactNode; hint?: string }) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div>
      <div className="row-height flex items-center gap-2">
        <input {...input} id={id} type="checkbox" aria-describedby={hintId} className="size-4 shrink-0 accent-accent" />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint ? (
        <p id={hintId} className="pl-6 text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
