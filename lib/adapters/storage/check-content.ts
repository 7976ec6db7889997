import { createHash } from "node:crypto";
import { ContentProblem, type ContentFault, type ContentStore } from "./content-store";

export type ContentCheck = { bytes: number; fault: null } | { fault: ContentFault; found: string | null };

/** The compressed form itself is broken; anything else is a store that does not answer. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}

/** Whether kept bytes are there and still those of their hash, and how many they are; never held in memory. */
export async function checkContent(store: ContentStore, hash: string): Promise<ContentCheck> {
  if (!(await store.has(hash))) return { fault: "missing", found: null };
  const digest = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of store.open(hash)) {
      if (!(chunk instanceof Uint8Array)) continue;
      digest.update(chunk);
      bytes += chunk.byteLength;
    }
  } catch (error) {
    if (error instanceof ContentProblem) return { fault: error.fault, found: null };
    if (isUnreadable(error)) return { fault: "damaged", found: null };
    throw error;
  }
  const found = digest.digest("hex");
  return found === hash ? { bytes, fault: null } : { fault: "changed", found };
}
