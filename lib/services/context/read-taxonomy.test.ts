import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadTaxonomy } from "@/lib/adapters/taxonomy/load-taxonomy";
import { readSkills } from "@/lib/core/skills/read-skills";
import { taxonomyVersion } from "@/lib/core/skills/taxonomy-version";
import { readTaxonomy } from "./read-taxonomy";

const LACE = { id: "lace", kind: "hard", en: ["lace"], es: ["encaje"], esco: null };
const CRAFTS = { id: "crafts", en: "Crafts", es: "Oficios", families: [{ id: "lace", en: "Lace", es: "Encaje" }] };
const ADDITION = { conceptId: "lace", isNew: false, label: "needle lace", lang: "en", kind: "hard", family: "crafts" };

let data = "";
let cache = "";
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "taxonomy-"));
  cache = mkdtempSync(join(tmpdir(), "cache-"));
  writeFileSync(join(data, "categories.json"), JSON.stringify([CRAFTS]));
  writeFileSync(join(data, "crafts.jsonl"), JSON.stringify(LACE));
});
afterEach(() => {
  for (const folder of [data, cache]) rmSync(folder, { recursive: true, force: true });
});

const names = (taxonomy: ReturnType<typeof readTaxonomy>): (string | undefined)[] =>
  readSkills(taxonomy.matcher, { text: "Encajes y needle lace", lang: "es" }).skills.flatMap(({ mentions }) =>
    mentions.map(({ text }) => text),
  );

test("what was kept reads as what was compiled, with the same version", () => {
  const [first, again] = [readTaxonomy([], { data, cache }), readTaxonomy([], { data, cache })];
  expect(readdirSync(cache)).toHaveLength(1);
  expect(again.version).toBe(first.version);
  expect(first.version).toBe(taxonomyVersion(loadTaxonomy(data)));
  expect([...again.concepts]).toEqual([...first.concepts]);
  expect([names(first), names(again)]).toEqual([
    ["Encajes", "lace"],
    ["Encajes", "lace"],
  ]);
});

test("a changed file and an addition are read, whatever was kept before", () => {
  const before = readTaxonomy([], { data, cache });
  const added = readTaxonomy([ADDITION], { data, cache });
  expect(names(added)).toEqual(["Encajes", "needle lace"]);
  writeFileSync(join(data, "crafts.jsonl"), JSON.stringify({ ...LACE, es: ["bolillos"] }));
  const changed = readTaxonomy([], { data, cache });
  expect(names(changed)).toEqual(["lace"]);
  expect(new Set([before, added, changed].map(({ version }) => version)).size).toBe(3);
});

test("what was kept and is damaged is made anew", () => {
  readTaxonomy([], { data, cache });
  const [kept = ""] = readdirSync(cache);
  writeFileSync(join(cache, kept), "x");
  expect(names(readTaxonomy([], { data, cache }))).toEqual(["Encajes", "lace"]);
});

test("a file of the wrong shape is refused, and nothing is kept", () => {
  writeFileSync(join(data, "crafts.jsonl"), JSON.stringify({ ...LACE, kind: "magic" }));
  expect(() => readTaxonomy([], { data, cache })).toThrow(/crafts\.jsonl:1: /);
  expect(readdirSync(cache)).toEqual([]);
});
