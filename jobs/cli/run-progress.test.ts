import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createOutput } from "./output";
import { watchRun } from "./run-progress";

test("away from a terminal stages are told as they begin and end, and progress at most every ten seconds", async () => {
  const stderr = new PassThrough();
  let now = 0;
  const progress = await watchRun(createOutput({ stdout: new PassThrough(), stderr }), () => now);
  progress.watch({ kind: "stage.started", stage: "embed", message: "embed" });
  for (const at of [1_000, 9_000, 10_000, 12_000]) {
    now = at;
    progress.watch({ kind: "stage.progressed", stage: "embed", message: "", detail: { done: at, total: 20_000 } });
  }
  progress.watch({ kind: "stage.progressed", stage: "embed", message: "", detail: "nonsense" });
  progress.watch({ kind: "item.failed", stage: "embed", message: "told elsewhere" });
  progress.stop();
  expect(String(stderr.read()).trim().split("\n")).toEqual([
    '{"progress":"embed","event":"stage.started","detail":null}',
    '{"progress":"embed","done":"10000 of 20000"}',
  ]);
});
