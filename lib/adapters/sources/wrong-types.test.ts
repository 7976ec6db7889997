import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePage } from "./registry";

const now = new Date("2026-01-10T00:00:00Z");
const ANSWERS = [
  ["ashby", "ashby/fixtures/board.json"],
  ["greenhouse", "greenhouse/fixtures/board.json"],
  ["lever", "lever/fixtures/board.json"],
  ["workday", "workday/fixtures/search.json"],
  ["workday", "workday/fixtures/advert.json"],
  ["remotive", "remotive/fixtures/api.json"],
  ["jobicy", "jobicy/fixtures/api.json"],
] as const;
const WRONG = [null, 7, "", "x".repeat(3000), [], {}, true, [null], { a: [1] }, -1];

/** The answer with the nth value inside it replaced; null where it has no such value. */
function withWrong(body: string, position: number, wrong: unknown): string | null {
  let index = -1;
  const changed = JSON.stringify(JSON.parse(body), (key, value: unknown) => {
    // The answer itself and its list stay: without them there is nothing to read.
    if (["", "jobs", "jobPostings", "jobPostingInfo"].includes(key)) return value;
    index += 1;
    return index === position ? wrong : value;
  });
  return index < position ? null : changed;
}

test.each(ANSWERS)("%s: a field of any wrong type costs no other advert (%s)", (adapter, file) => {
  const body = readFileSync(new URL(file, import.meta.url), "utf8");
  const postings = parsePage(adapter, { body, now }).filter((outcome) => outcome.kind === "posting").length;
  for (let position = 0; position < 500; position += 1) {
    const changed = withWrong(body, position, WRONG[position % WRONG.length]);
    if (changed === null) break;
    const outcomes = parsePage(adapter, { body: changed, now });
    expect(outcomes.length).toBeGreaterThan(0);
    if (postings > 1)
      expect(outcomes.filter((outcome) => outcome.kind === "posting").length).toBeGreaterThanOrEqual(postings - 1);
  }
});
