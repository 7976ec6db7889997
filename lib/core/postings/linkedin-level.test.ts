import { expect, test } from "vitest";
import {
  fromLinkedInLevel,
  LINKEDIN_LEVELS,
  type LinkedInLevel,
  seniorityOfLinkedIn,
  toLinkedInLevel,
} from "./linkedin-level";
import { SENIORITIES } from "./posting-fields";

const NUMBERS: readonly LinkedInLevel[] = [1, 2, 3, 4, 5, 6];

test("every seniority has a level, and levels never fall along a career", () => {
  const levels = SENIORITIES.map(toLinkedInLevel);
  expect(levels).toEqual([1, 2, 3, 4, 4, 5, 6]);
});

test("a level leads to a seniority that leads back to it", () => {
  for (const level of NUMBERS) expect(toLinkedInLevel(fromLinkedInLevel(level))).toBe(level);
});

test("LinkedIn's own words are known in any case", () => {
  expect(LINKEDIN_LEVELS.map((words) => seniorityOfLinkedIn(words))).toEqual(NUMBERS.map(fromLinkedInLevel));
  expect(seniorityOfLinkedIn("  MID-SENIOR  level ")).toBe("senior");
  expect(seniorityOfLinkedIn("Not Applicable")).toBeNull();
});
