import { sha256 } from "@/lib/core/kernel/hash";
import type { ModelQuestion } from "./ask-model";
import { fenceText } from "./fence-text";

type Asked<T> = Pick<ModelQuestion<T>, "purpose" | "promptVersion" | "system" | "schema">;

/** A question over strangers' texts, each between marks of its name, in the order given; its answer is known by all of them. */
export function fencedQuestion<T>(asked: Asked<T>, texts: Readonly<Record<string, string>>): ModelQuestion<T> {
  const user = Object.entries(texts)
    .map(([mark, text]) => fenceText(mark, text))
    .join("\n");
  return { ...asked, contentHash: sha256(user), user };
}
