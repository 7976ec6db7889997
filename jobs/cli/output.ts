import { once } from "node:events";
import type { Writable } from "node:stream";
import { EXIT, type ExitCode } from "./exit-codes";

/** Where a command writes: answers on one stream, errors and progress on the other, and the code it will end with. */
export type Output = {
  /** Writes one answer as a line of JSON; waits while the reader is slow. */
  answer: (value: unknown) => Promise<void>;
  /** Writes one error as a line of JSON; the command goes on and ends with at least this code. */
  problem: (value: Readonly<Record<string, unknown>>, code?: ExitCode) => void;
  /** Writes a plain line for a person. */
  note: (line: string) => void;
  readonly code: () => ExitCode;
  /** True once nobody reads the answers any more. */
  readonly isClosed: () => boolean;
  readonly isTerminal: boolean;
};

type Streams = { stdout: Writable; stderr: Writable & { isTTY?: boolean } };

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}

/** An output over two streams. A reader that goes away (`| head`) ends the answers quietly. */
export function createOutput({ stdout, stderr }: Streams): Output {
  let code: ExitCode = EXIT.ok;
  let closed = false;
  for (const stream of [stdout, stderr])
    stream.on("error", (error) => {
      if (!isBrokenPipe(error)) throw error;
      if (stream === stdout) closed = true;
    });
  stdout.on("close", () => {
    closed = true;
  });
  return {
    answer: async (value) => {
      if (closed || stdout.write(`${JSON.stringify(value)}\n`)) return;
      const gone = new AbortController();
      const left = once(stdout, "close", { signal: gone.signal }).catch(() => undefined);
      const drained = once(stdout, "drain", { signal: gone.signal }).catch(() => undefined);
      await Promise.race([drained, left]);
      gone.abort();
    },
    problem: (value, withCode = EXIT.badInput) => {
      if (withCode > code) code = withCode;
      stderr.write(`${JSON.stringify(value)}\n`);
    },
    note: (line) => void stderr.write(`${line}\n`),
    code: () => code,
    isClosed: () => closed,
    isTerminal: stderr.isTTY === true,
  };
}
