import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { LOCALES } from "./locales";

const root = join(import.meta.dirname, "..");
const catalogue = z.object({ stage: z.record(z.string(), z.string()), counter: z.record(z.string(), z.string()) });

const code = readdirSync(join(root, "lib/services"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(root, "lib/services", file), "utf8"));

function wordsOf(pattern: RegExp): string[] {
  const places = code.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  return [...new Set(places.flatMap((place) => [...place.matchAll(/"([a-z_]+)"/g)].map((match) => match[1] ?? "")))];
}

// What a service writes as run.count(STAGE, "joined") or run.count("postings", "done", n).
const counters = wordsOf(/\.count\(\s*(?:\w*STAGE|"[a-z]+"),\s*([^,)]+)/g);
const stages = wordsOf(/(?:const \w*STAGE = |\.stage\()("[a-z]+")/g);

test("counters and stages are found where services name them", () => {
  expect(counters).toEqual(expect.arrayContaining(["bytes", "documents", "done", "joined", "requests"]));
  expect(stages).toEqual(expect.arrayContaining(["companies", "dedupe", "life", "replay", "retention", "scrape"]));
});

describe.each(LOCALES)("%s", (locale) => {
  const words = catalogue.parse(JSON.parse(readFileSync(join(root, "messages", locale, "admin.json"), "utf8")));

  test("has a word for every counter of a run", () => {
    expect(counters.filter((name) => !(name in words.counter))).toEqual([]);
  });

  test("has a word for every stage of a run", () => {
    expect(stages.filter((name) => !(name in words.stage))).toEqual([]);
  });
});
