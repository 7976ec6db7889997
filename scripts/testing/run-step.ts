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

function runCommand(command: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Runs one step with its output passed through. A step that fails without a failed check counts as one. */
export async function runStep(step: Step): Promise<StepResult> {
  say(`\n── ${step.name}`);
  const from = performance.now();
  const code = await runCommand(step.command, step.environment ?? {});
  const counted = step.counts?.() ?? null;
  const result = counted ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const settled = code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
  say(
    `── ${step.name}: ${settled.passed} passed, ${settled.failed} failed${settled.skipped > 0 ? `, ${settled.skipped} skipped` : ""} (${Math.round((performance.now() - from) / 1_000)} s)`,
  );
  return settled;
}

/** Runs steps in order; all of them, so that one run names everything that is wrong. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    const result = await runStep(step);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
  }
  return total;
}

/** The closing line that programs read. */
export function closingLine({ passed, failed, skipped }: StepResult): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
