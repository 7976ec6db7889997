import type { ParseOutcome } from "../source-adapter";

/** What a raw body is: a JSON answer, a page, or neither, with the outcome that says so. */
export type Answer = { kind: "json"; value: unknown } | { kind: "page" } | { kind: "broken"; outcome: ParseOutcome };

/** A page outcome `broken` with its reason. */
export function brokenAnswer(reason: string): ParseOutcome {
  return { kind: "page", outcome: "broken", reason };
}

/** Tells an API's answer from a page. */
export function readAnswer(body: string): Answer {
  const text = body.replace(/^\uFEFF/, "").trimStart();
  if (text.startsWith("<")) return { kind: "page" };
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "broken", outcome: brokenAnswer("the answer is not valid JSON") };
  }
}
