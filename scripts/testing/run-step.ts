import { spawn } from "node:child_process";

/** How many checks of one step passed, failed and were skipped; a step that counts nothing itself is one check. */
export type StepResult = { passed: number; failed: number; skipped: number };

export type Step = {
  name: string;
  command: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Reads the step's own counts, for test runners; called whatever the exit code. Null where there are none to read. */
  counts?: () => StepResult | null;
};

const say = (line: string) => process.stdout.write(`${line}\n`);

type Output = "shown" | "held";

/** Runs a command; what it prints is shown at once, or held back until it has ended so that two do not mix. */
function runCommand(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  output: Output,
): Promise<number> {
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const stream = output === "shown" ? "inherit" : "pipe";
    const child = spawn(program, args, { stdio: ["ignore", stream, stream], env: { ...process.env, ...environment } });
    const held: Buffer[] = [];
    for (const pipe of [child.stdout, child.stderr]) pipe?.on("data", (chunk: Buffer) => held.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      process.stdout.write(Buffer.concat(held));
      resolve(code ?? 1);
    });
  });
}

/** Runs one step. A step that fails without a failed check counts as one. */
async function runStep(step: Step, output: Output): Promise<StepResult> {
  if (output === "shown") say(`\n── ${step.name}`);
  const from = performance.now();
  const code = await runCommand(step.command, step.environment ?? {}, output);
  const counted = step.counts?.() ?? null;
  const result = counted ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const settled = code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
  say(`── ${step.name}: ${closingLine(settled)} (${Math.round((performance.now() - from) / 1_000)} s)`);
  return settled;
}

/** Runs steps in order; all of them, so that one run names everything that is wrong. */
export async function runSteps(steps: readonly Step[], output: Output = "shown"): Promise<StepResult> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) add(total, await runStep(step, output));
  return total;
}

/** Runs lanes of steps side by side, for machines with more than one core; each step's output comes whole. */
export async function runLanes(lanes: readonly (readonly Step[])[]): Promise<StepResult> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of await Promise.all(lanes.map((steps) => runSteps(steps, "held")))) add(total, result);
  return total;
}

function add(total: StepResult, result: StepResult): void {
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
}

/** The closing line that programs read. */
export function closingLine({ passed, failed, skipped }: StepResult): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
