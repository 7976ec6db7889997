import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/kernel/app-error";
import { lintCategories } from "@/lib/core/skills/lint-categories";
import { loadCategories } from "./load-categories";
import { loadTaxonomy } from "./load-taxonomy";

const LACE = { id: "lace", en: "Lace", es: "Encaje" };
const CRAFTS = { id: "crafts", en: "Crafts", es: "Oficios", families: [LACE] };

describe("loadCategories on made-up files", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "categories-"));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const write = (text: string): void => {
    writeFileSync(join(directory, "categories.json"), text);
  };

  test("gives the categories of the file", () => {
    write(JSON.stringify([CRAFTS]));
    expect(loadCategories(directory)).toEqual([CRAFTS]);
  });

  test.each([
    ["half a file", '[{"id":'],
    ["no list", "{}"],
    ["no category", "[]"],
    ["a family without a Spanish name", JSON.stringify([{ ...CRAFTS, families: [{ id: "lace", en: "Lace" }] }])],
    ["an id that is none", JSON.stringify([{ ...CRAFTS, id: "Crafts!" }])],
    ["an unknown key", JSON.stringify([{ ...CRAFTS, parent: "x" }])],
  ])("%s is refused with the file's name", (_what, text) => {
    write(text);
    expect(() => loadCategories(directory)).toThrow(/categories\.json: /);
  });

  test("a file that is not there is refused", () => {
    expect(() => loadCategories(directory)).toThrow(AppError);
    expect(() => loadCategories(directory)).toThrow(/cannot be read/);
  });
});

test("every family of the project's taxonomy has one place in its categories", () => {
  expect(lintCategories(loadCategories(), loadTaxonomy())).toEqual([]);
});
