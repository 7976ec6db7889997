import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/kernel/app-error";
import { lintTaxonomy } from "@/lib/core/skills/lint-taxonomy";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { loadTaxonomy } from "./load-taxonomy";

const LACE = { id: "lace", kind: "hard", en: ["lace"], es: ["encaje"], esco: null };

describe("loadTaxonomy on made-up files", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "taxonomy-"));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  const write = (file: string, ...lines: unknown[]): void => {
    const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
    writeFileSync(join(directory, file), `${text}\n`);
  };

  test("the family is the file's name, and all files come sorted by id", () => {
    write("weaving.jsonl", { ...LACE, id: "zari", related: { lace: 0.4 } });
    write("crafts.jsonl", LACE, "", { ...LACE, id: "wool", ambiguous: ["lace"], context: { near: ["yarn"], not: [] } });
    write("notes.txt", "not read");
    expect(loadTaxonomy(directory)).toEqual([
      { ...LACE, family: "crafts" },
      { ...LACE, id: "wool", family: "crafts", ambiguous: ["lace"], context: { near: ["yarn"], not: [] } },
      { ...LACE, id: "zari", family: "weaving", related: { lace: 0.4 } },
    ]);
  });

  test.each([
    ["half a line", '{"id":'],
    ["no object", "[]"],
    ["an unknown kind", { ...LACE, kind: "magic" }],
    ["no Spanish label", { ...LACE, es: [] }],
    ["a blank label", { ...LACE, en: ["  "] }],
    ["a misspelt key", { ...LACE, ambigous: ["lace"] }],
    ["an ESCO entry that is no URI", { ...LACE, esco: "lace" }],
    ["a relation that is no number", { ...LACE, related: { wool: "close" } }],
    ["half a context", { ...LACE, context: { near: [] } }],
  ])("%s is refused with the file and the line", (_what, line) => {
    write("crafts.jsonl", LACE, line);
    expect(() => loadTaxonomy(directory)).toThrow(AppError);
    expect(() => loadTaxonomy(directory)).toThrow(/crafts\.jsonl:2: /);
  });

  test("a folder that is missing or empty is refused rather than read as no skills", () => {
    expect(() => loadTaxonomy(directory)).toThrow(/holds no concepts/);
    expect(() => loadTaxonomy(join(directory, "gone"))).toThrow(/cannot be read/);
  });
});

describe("the project's taxonomy", () => {
  const concepts = loadTaxonomy();

  test("has nothing that the linter objects to", () => {
    expect(lintTaxonomy(concepts)).toEqual([]);
  });

  test("covers technology and the other trades, in every kind", () => {
    expect(concepts.length).toBeGreaterThanOrEqual(2500);
    expect(new Set(concepts.map((concept) => concept.kind))).toEqual(new Set(SKILL_KINDS));
    expect(new Set(concepts.map((concept) => concept.family)).size).toBeGreaterThanOrEqual(40);
  });

  test("single-letter and everyday names are marked as ambiguous", () => {
    const labels = new Set(concepts.flatMap((concept) => concept.ambiguous ?? []));
    for (const name of ["Go", "R", "C", "Swift", "Spring", "Excel", "Access", "Rust", "Express", "Oracle", "Word"]) {
      expect(labels).toContain(name);
    }
  });

  test("no ESCO URI stands for two concepts", () => {
    const uris = concepts.flatMap((concept) => concept.esco ?? []);
    expect(new Set(uris).size).toBe(uris.length);
  });
});
