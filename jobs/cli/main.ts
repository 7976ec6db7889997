/** Atalaya's command line: `npm run -s cli -- COMMAND …`. Answers are JSON Lines on standard output. */
import { CommanderError } from "commander";
import { EXIT, type ExitCode, explainError } from "./exit-codes";
import { createOutput } from "./output";
import { buildProgram } from "./program";

const output = createOutput({ stdout: process.stdout, stderr: process.stderr });

async function run(args: readonly string[]): Promise<number> {
  try {
    let code: ExitCode = EXIT.ok;
    const exitWith = (wanted: ExitCode) => {
      code = wanted;
    };
    await buildProgram({ output, stdin: process.stdin, exitWith }).parseAsync(args, { from: "user" });
    return Math.max(code, output.code());
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      const isBare = error.code === "commander.help";
      const message = isBare ? "A command is missing; --help lists them." : error.message.replace(/^error: /u, "");
      output.problem({ error: "usage", message });
      return EXIT.badInput;
    }
    const { line, code } = explainError(error);
    output.problem(line, code);
    return code;
  }
}

/** What was written has to leave before the process does. */
async function flushed(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.destroyed || stream.writableLength === 0) return;
  await new Promise<void>((resolve) => {
    stream.write("", () => resolve());
  });
}

const code = await run(process.argv.slice(2));
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit(code);
