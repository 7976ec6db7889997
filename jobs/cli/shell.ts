import { InvalidArgumentError } from "commander";
import type { ExitCode } from "./exit-codes";
import type { Output } from "./output";

/** What the commands need of the process they run in. */
export type Shell = { output: Output; stdin: AsyncIterable<Uint8Array>; exitWith: (code: ExitCode) => void };

/** A whole number that somebody typed; throws commander's `InvalidArgumentError` for anything else. */
export function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0) throw new InvalidArgumentError("It has to be a whole number.");
  return count;
}
