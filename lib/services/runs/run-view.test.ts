import { expect, test } from "vitest";
import { isUnderWay, stageCounts, stageViews } from "./run-view";

const at = new Date("2026-11-21T12:00:00Z");
const mark = (stage: string, kind: string, detail: unknown = null) => ({ stage, kind, at, detail });

test("stages stand in the order in which they began, with their counters apart from done and failed", () => {
  const views = stageViews(
    {
      status: "succeeded",
      counts: { absorb: { done: 3, new: 2 }, scrape: { done: 4, failed: 1 } },
      timings: { scrape: 120 },
    },
    [
      mark("scrape", "stage.started"),
      mark("absorb", "stage.started"),
      mark("scrape", "stage.finished"),
      mark("absorb", "stage.finished"),
    ],
  );
  expect(
    views.map(({ stage, state, tookMs, done, failed, counts }) => [stage, state, tookMs, done, failed, counts]),
  ).toEqual([
    ["scrape", "done", 120, 4, 1, {}],
    ["absorb", "done", null, 3, 0, { new: 2 }],
  ]);
});

test("a stage that has begun and not ended runs while the run does, and was stopped otherwise", () => {
  const marks = [mark("enrich", "stage.started"), mark("enrich", "stage.progressed", { done: 5, total: 20 })];
  const running = stageViews({ status: "running", counts: null, timings: null }, marks);
  expect(running[0]).toMatchObject({ state: "running", progress: { done: 5, total: 20 } });
  expect(stageViews({ status: "interrupted", counts: null, timings: null }, marks)[0]?.state).toBe("stopped");
});

test("what is stored broken is read as nothing", () => {
  expect(stageCounts("oops")).toEqual({});
  expect(stageViews({ status: "failed", counts: [1], timings: { a: "b" } }, [])).toEqual([]);
});

test("only waiting and running runs can still change", () => {
  const statuses = ["queued", "running", "succeeded", "partial", "failed", "interrupted"] as const;
  expect(statuses.filter(isUnderWay)).toEqual(["queued", "running"]);
});
