import type { z } from "zod";
import { readJsonLines } from "@/lib/services/lines/read-json-lines";
import type { Output } from "./output";

function inWords(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`).join("; ");
}

/** Answers every line of JSON with one line; a bad one is named on standard error and the rest is answered all the same. */
export async function answerJsonLines<Schema extends z.ZodType>(
  input: AsyncIterable<Uint8Array>,
  output: Output,
  schema: Schema,
  answer: (value: z.output<Schema>) => unknown,
): Promise<void> {
  for await (const line of readJsonLines(input)) {
    if (output.isClosed()) return;
    if (line.kind === "bad") {
      output.problem({ error: "bad_line", line: line.line, message: line.reason });
      continue;
    }
    const parsed = schema.safeParse(line.value);
    if (parsed.success) await output.answer(answer(parsed.data));
    else output.problem({ error: "bad_line", line: line.line, message: inWords(parsed.error) });
  }
}
