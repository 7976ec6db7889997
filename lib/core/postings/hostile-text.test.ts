import { describe, expect, test } from "vitest";
import { termsOf, MAX_TERMS } from "@/lib/core/matching/terms";
import { readProfile } from "@/lib/core/resumes/read-profile";
import { concept } from "@/lib/core/skills/fixtures/concept";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { SAMPLE_KNOWLEDGE } from "./fixtures/sample-knowledge";
import { readPosting } from "./read-posting";
import { recoverBlocks } from "./recover-blocks";
import { MAX_CANONICAL_LENGTH, toCanonicalText } from "./to-canonical-text";

const LENGTH = 100_000;
const NOW = new Date("2026-01-15T00:00:00Z");
const matcher = createSkillMatcher([
  concept("cpp", { en: ["C++"], es: ["C++"] }),
  concept("go", { en: ["Go"], es: ["Go"], ambiguous: ["Go"], context: { near: ["cpp"], not: ["go to"] } }),
  concept("english", { en: ["English"], es: ["inglés"], kind: "language" }),
]);

function filled(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
}

/** Each made a reader's work grow with the square of the length at some time, or could. */
const HOSTILE = [
  "a",
  "aB",
  ",",
  "(",
  "[(",
  "<div>",
  "<li>\n",
  '<a b="',
  "\n",
  "\n ",
  "•",
  "C++ ",
  "Go, ",
  "Go C++ ",
  "must have ",
  "Requirements:\nGo. ",
  "- Go\n",
  "a@b",
  "a.b@",
  "http://a.",
  "a/b/",
  "&amp;amp;",
  "3 años ",
  "Jan 2019 - ",
  "degree in ",
  "English, ",
  "word.- A",
  "\ufb01",
];

describe.each(HOSTILE)("a hundred thousand characters of %j", (piece) => {
  const given = filled(piece);

  test("give no more canonical text than they are", () => {
    for (const format of ["html", "text"] as const) {
      const { text, blocks } = toCanonicalText(given, format);
      expect(text.length).toBeLessThanOrEqual(Math.min(MAX_CANONICAL_LENGTH, 2 * LENGTH));
      expect(blocks.length).toBeLessThanOrEqual(text.length);
    }
  });

  test("are read to the end, with spans that lie inside", () => {
    const { text, blocks } = toCanonicalText(given, "text");
    const posting = readPosting(
      { ...SAMPLE_KNOWLEDGE, matcher },
      {
        title: given.slice(0, 200),
        text,
        blocks,
        lang: null,
        structured: { employmentType: null, workplace: null, salary: null, tags: [] },
      },
    );
    const profile = readProfile(matcher, { text, blocks: recoverBlocks(text) }, { now: NOW });
    const spans = [...posting.skills, ...profile.skills].flatMap((skill) => skill.mentions);
    expect(spans.every(({ start, end }) => start >= 0 && start < end && end <= LENGTH)).toBe(true);
    expect(termsOf(text, posting.lang).size).toBeLessThanOrEqual(MAX_TERMS);
  });
});
