import type { ReactNode } from "react";

/** One figure with its name, and under it what it was counted from. Put several into a `StatRow`. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5 bg-surface px-4 py-3">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="tabular text-lg font-semibold">{value}</dd>
      {note ? <dd className="text-sm text-muted">{note}</dd> : null}
    </div>
  );
}

/** A row of figures divided by hairlines; two columns on a phone. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border bg-line rail:grid-cols-4">{children}</dl>
  );
}
