import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseEnv } from "./env";

const ROOT = path.join(import.meta.dirname, "..", "..");
const source = readFileSync(path.join(ROOT, "lib", "config", "env.ts"), "utf8");
const example = readFileSync(path.join(ROOT, ".env.example"), "utf8");
const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");

function namesOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "").sort();
}

const known = namesOf(source, /^ {2}([A-Z][A-Z0-9_]+):/gmu);

test("the names are found in the schema", () => {
  expect(known).toContain("DATABASE_URL");
  expect(known).toEqual([...new Set(known)]);
});

test(".env.example names every variable once and no other", () => {
  expect(namesOf(example, /^#?([A-Z][A-Z0-9_]+)=/gmu)).toEqual(known);
});

test("the README's table names every variable once and no other", () => {
  expect(namesOf(readme, /^\| `([A-Z][A-Z0-9_]+)` \|/gmu)).toEqual(known);
});

test("the example's values are the defaults", () => {
  const lines = example.matchAll(/^#?([A-Z][A-Z0-9_]+)=(.*)$/gmu);
  const given = Object.fromEntries(
    [...lines].map((line) => [line[1] ?? "", (line[2] ?? "").replace(/^"(.*)"$/u, "$1")]),
  );
  expect(parseEnv(given)).toEqual(parseEnv({}));
});
