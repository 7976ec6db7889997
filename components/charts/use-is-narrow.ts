"use client";

import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 719px)";

/** Whether the window is a phone's; false on the server, corrected before the first paint that matters. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(NARROW).matches,
    () => false,
  );
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
