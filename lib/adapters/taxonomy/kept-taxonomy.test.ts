import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readKept, taxonomyKey, writeKept } from "./kept-taxonomy";

let root = "";
const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const keyOf = (digit: string): string => digit.repeat(64);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kept-"));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function makeCheckout(): string {
  for (const folder of ["core/skills", "core/kernel", "adapters/taxonomy", "services/context"])
    mkdirSync(join(root, "lib", folder), { recursive: true });
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "data", "crafts.jsonl"), "{}\n");
  writeFileSync(join(root, "lib", "core", "skills", "tokenize.ts"), "1;\n");
  return root;
}

test("the key changes with data, sources and additions, and with nothing else", () => {
  const checkout = makeCheckout();
  const key = (additions = "[]") => taxonomyKey(join(checkout, "data"), additions, checkout);
  const first = key();
  expect(first).toMatch(/^[0-9a-f]{64}$/u);
  writeFileSync(join(checkout, "data", "notes.txt"), "not read");
  writeFileSync(join(checkout, "lib", "core", "skills", "tokenize.test.ts"), "2;\n");
  expect(key()).toBe(first);
  expect(key("[1]")).not.toBe(first);
  writeFileSync(join(checkout, "lib", "core", "skills", "tokenize.ts"), "2;\n");
  const second = key();
  expect(second).not.toBe(first);
  writeFileSync(join(checkout, "data", "crafts.jsonl"), "{} \n");
  expect([first, second]).not.toContain(key());
});

test("there is no key where the sources cannot be read", () => {
  expect(taxonomyKey(root, "[]", join(root, "gone"))).toBeNull();
});

test("what was kept is read again under its key alone", () => {
  const cache = join(root, "cache");
  expect(readKept(cache, keyOf("a"))).toBeNull();
  writeKept(cache, keyOf("a"), BYTES);
  expect(Array.from(readKept(cache, keyOf("a")) ?? [])).toEqual(Array.from(BYTES));
  expect(readKept(cache, keyOf("b"))).toBeNull();
  expect(readdirSync(cache)).toEqual([`taxonomy-${keyOf("a")}.bin`]);
});

test("a damaged, shortened or renamed file counts as none", () => {
  writeKept(root, keyOf("a"), BYTES);
  const file = join(root, `taxonomy-${keyOf("a")}.bin`);
  const whole = readFileSync(file);
  writeFileSync(join(root, `taxonomy-${keyOf("b")}.bin`), whole);
  expect(readKept(root, keyOf("b"))).toBeNull();
  writeFileSync(file, whole.subarray(0, 900));
  expect(readKept(root, keyOf("a"))).toBeNull();
  whole[500] = (whole[500] ?? 0) ^ 1;
  writeFileSync(file, whole);
  expect(readKept(root, keyOf("a"))).toBeNull();
  writeFileSync(file, "");
  expect(readKept(root, keyOf("a"))).toBeNull();
});

test("the four kept last stay", () => {
  ["1", "2", "3", "4", "5", "6"].forEach((digit, index) => {
    writeKept(root, keyOf(digit), BYTES);
    utimesSync(join(root, `taxonomy-${keyOf(digit)}.bin`), index, index);
  });
  expect(readdirSync(root).map((name) => name.slice(9, 10))).toEqual(["3", "4", "5", "6"]);
});

test("where nothing can be written nothing is kept, and nothing is left behind", () => {
  writeFileSync(join(root, "file"), "");
  writeKept(join(root, "file"), keyOf("a"), BYTES);
  mkdirSync(join(root, `taxonomy-${keyOf("b")}.bin`, "taken"), { recursive: true });
  writeKept(root, keyOf("b"), BYTES);
  expect([readKept(join(root, "file"), keyOf("a")), readKept(root, keyOf("b"))]).toEqual([null, null]);
  expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
