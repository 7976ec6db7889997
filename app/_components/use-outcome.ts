import { useRecorded } from "./use-recorded";
import { useWord } from "./use-word";

/** How a source's crawl ended and why, in the reader's language: "unavailable: the server answered 503"; null where neither is known. */
export function useOutcome(): (outcome: { status: string | null; reason: string | null }) => string | null {
  const word = useWord("run.outcome");
  const recorded = useRecorded();
  return ({ status, reason }) => {
    const parts = [status === null ? null : word(status), reason === null ? null : recorded(reason)];
    return parts.filter((part) => part !== null).join(": ") || null;
  };
}
