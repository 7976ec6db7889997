import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findAdapter, listAdapters } from "./registry";
import { sourceConfig } from "./source-config";

const docs = join(import.meta.dirname, "../../../docs");
const overview = readFileSync(join(docs, "sources.md"), "utf8");

function rowOf(id: string): string[] {
  const row = overview.split("\n").find((line) => line.startsWith(`| [\`${id}\`](sources/${id}.md) |`)) ?? "";
  return row.split("|").map((cell) => cell.trim());
}

test.each(listAdapters())(
  "$id has a page and a row in the overview that tells its kind and whether it is on",
  (adapter) => {
    expect(existsSync(join(docs, "sources", `${adapter.id}.md`))).toBe(true);
    const [, , kind, , atFirst] = rowOf(adapter.id);
    expect(kind?.toLowerCase()).toBe(adapter.kind);
    const on = adapter.builtIn.map(({ enabled }) => enabled ?? true);
    if (on.length > 0) expect([...new Set(on)]).toEqual([atFirst === "on"]);
  },
);

test.each(listAdapters())("$id's page says what is read, on whose terms, and within which limits", (adapter) => {
  const page = readFileSync(join(docs, "sources", `${adapter.id}.md`), "utf8");
  expect(page).toMatch(/\breads?\b/i);
  expect(page).toMatch(/\bterms\b/i);
  expect(page).toMatch(/\b(limits?|pace)\b/i);
});

test("the whole entry of the overview is a valid one that names every field", () => {
  const entry: unknown = JSON.parse(/```json\n(.*?)```/s.exec(overview)?.[1] ?? "");
  const config = sourceConfig.parse(entry);
  expect(findAdapter(config.adapter)?.params.safeParse(config.params).success).toBe(true);
  const named = Object.keys(sourceConfig.shape).filter((field) => field !== "managedBy");
  expect(entry).toEqual(expect.objectContaining(Object.fromEntries(named.map((field) => [field, expect.anything()]))));
});
