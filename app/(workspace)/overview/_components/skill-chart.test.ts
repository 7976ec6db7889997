import { expect, test } from "vitest";
import type { SkillTrend } from "@/lib/services/overview/my-skill-trends";
import { skillChart } from "./skill-chart";

const trend: SkillTrend = {
  skillId: "sql",
  labels: { en: "SQL", es: "SQL" },
  postings: 3,
  n: 12,
  points: [
    { bucket: "2026-10", share: 0.25, postings: 3, n: 12, partial: false },
    { bucket: "2026-11", share: null, postings: null, n: 0, partial: true },
  ],
};

test("a month without postings stays a gap, and the subtitle names the period", () => {
  const model = skillChart(trend, {
    title: "Share",
    label: "SQL",
    subtitle: ({ from, to }) => `${from}–${to}`,
    month: (bucket) => `m${bucket}`,
  });
  expect(model.subtitle).toBe("m2026-10–m2026-11");
  expect(model.series[0]?.points).toEqual([
    { bucket: "2026-10", label: "m2026-10", value: 0.25, n: 12, partial: false },
    { bucket: "2026-11", label: "m2026-11", value: null, n: 0, partial: true },
  ]);
});
