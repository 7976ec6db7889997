import { existsSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import type { StepResult } from "./run-step";

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numFailedTestSuites: z.int(),
});
const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

function readJson(file: string): unknown {
  if (!existsSync(file)) return null;
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  rmSync(file);
  return value;
}

/** Counts of a Vitest JSON report. */
export function vitestCounts(file: string): StepResult | null {
  const parsed = vitestSchema.safeParse(readJson(file));
  if (!parsed.success) return null;
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = parsed.data;
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
    skipped: numPendingTests,
  };
}

/** Counts of a Playwright JSON report; a test that passed only at a second try counts as failed. */
export function playwrightCounts(file: string): StepResult | null {
  const parsed = playwrightSchema.safeParse(readJson(file));
  if (!parsed.success) return null;
  const { expected, unexpected, flaky, skipped } = parsed.data.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
