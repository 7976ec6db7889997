import type { ScoreboardRow } from "@/lib/services/quality/scoreboard";

/** The measures of one suite, how many of them have a floor, and how many are below theirs. */
export type SuiteGroup = { suite: string; rows: ScoreboardRow[]; floors: number; below: number };

/** A scoreboard's rows by suite, in the order in which the suites come first. What was not measured is not below its floor. */
export function groupBySuite(rows: readonly ScoreboardRow[]): SuiteGroup[] {
  const groups = new Map<string, SuiteGroup>();
  for (const row of rows) {
    const group = groups.get(row.suite) ?? { suite: row.suite, rows: [], floors: 0, below: 0 };
    group.rows.push(row);
    if (row.floor !== null && row.skipped !== true) group.floors += 1;
    if (!row.ok && row.skipped !== true) group.below += 1;
    groups.set(row.suite, group);
  }
  return [...groups.values()];
}
