import type { z } from "zod";

/** What is wrong with a field, for whoever says it in the reader's language. */
export type MistakeKind =
  | "missing"
  | "too_short"
  | "too_long"
  | "too_small"
  | "too_large"
  | "too_many"
  | "not_a_number"
  | "form"
  | "taken"
  | "other_host";

/** The kind of one of zod's findings and the bound that it names; neither where only the message says what is meant. */
export function mistakeKindOf(issue: z.core.$ZodIssue): { kind?: MistakeKind; limit?: number } {
  if (issue.code === "too_small") {
    const limit = Number(issue.minimum);
    if (issue.origin === "string") return limit <= 1 ? { kind: "missing" } : { kind: "too_short", limit };
    return issue.origin === "number" || issue.origin === "int" ? { kind: "too_small", limit } : {};
  }
  if (issue.code === "too_big") {
    const limit = Number(issue.maximum);
    if (issue.origin === "string") return { kind: "too_long", limit };
    return { kind: issue.origin === "array" ? "too_many" : "too_large", limit };
  }
  if (issue.code === "invalid_type" && (issue.expected === "number" || issue.expected === "int"))
    return { kind: "not_a_number" };
  return issue.code === "invalid_format" ? { kind: "form" } : {};
}
