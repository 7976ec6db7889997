import { useDuration } from "../../_components/use-duration";

/** How long something took; nothing while it has not ended. */
export function Took({ ms }: { ms: number | null }) {
  const duration = useDuration();
  return ms === null ? null : <span className="tabular whitespace-nowrap">{duration(ms)}</span>;
}
