import { expect, test } from "vitest";
import { aProfile } from "@/lib/core/matching/fixtures/match-fixtures";
import { storedBlocks } from "@/lib/core/postings/stored-blocks";
import { PROFILE_ISSUES, profileIssues, profileWarnings } from "./profile-warnings";
import { storedProfile } from "./stored-profile";

const NOW = new Date("2026-11-21T00:00:00Z");
const position = { title: "Analyst", employer: null, place: null, from: "2020-01", to: "2021-01", current: false };

test("a profile is read back from its column as it was, and a broken one is refused", () => {
  const profile = aProfile();
  expect(storedProfile.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  expect(storedProfile.safeParse({ ...profile, skills: [{ id: "sql" }] }).success).toBe(false);
  expect(storedProfile.safeParse({}).success).toBe(false);
});

test("blocks of another kind, or with ends that are no places, are refused", () => {
  expect(storedBlocks.parse([{ start: 0, end: 3, kind: "item" }])).toHaveLength(1);
  expect(storedBlocks.safeParse([{ start: 0, end: 3, kind: "script" }]).success).toBe(false);
  expect(storedBlocks.safeParse([{ start: -1, end: 3, kind: "item" }]).success).toBe(false);
});

test("every issue of a profile is named by its code and has its English sentence", () => {
  const bare = aProfile({
    name: null,
    email: null,
    phone: null,
    positions: [],
    skills: [],
    totalYears: null,
    evidence: {},
  });
  expect(profileIssues(bare, NOW).map(({ code }) => code)).toEqual([
    "no_name",
    "no_contact",
    "no_positions",
    "no_skills",
  ]);
  const odd = aProfile({
    totalYears: null,
    positions: [
      { ...position, from: "2022-01" },
      { ...position, from: "2030-01", to: null, current: true },
      { ...position, title: null, from: null, to: null },
    ],
    evidence: { "positions.0.from": { start: 0, end: 4, confidence: 0.5 } },
  });
  const issues = profileIssues(odd, NOW);
  expect(issues.map(({ code }) => code)).toEqual(
    expect.arrayContaining(PROFILE_ISSUES.filter((code) => code.startsWith("position_"))),
  );
  expect(issues).toContainEqual({ code: "position_untitled", position: "Position 3" });
  expect(issues.map(({ code }) => code)).toContain("year_only");
  expect(profileWarnings(odd, NOW)).toHaveLength(issues.length);
  expect(profileWarnings(odd, NOW)).toContain("“Analyst” ends before it begins.");
});
