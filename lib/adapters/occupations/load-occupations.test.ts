import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "@/test/temporary-folder";
import { loadOccupations } from "./load-occupations";

const root = temporaryFolder();
const line = (id: string) => JSON.stringify({ id, isco: "6222", esco: null, en: ["fisher"], es: ["pescador"] });

function folderWith(text: string): string {
  const folder = mkdtempSync(path.join(root, "occupations-"));
  writeFileSync(path.join(folder, "6-sea.jsonl"), text);
  return folder;
}

test("occupations come sorted by id, blank lines left out", () => {
  expect(loadOccupations(folderWith(`${line("b")}\n\n${line("a")}\n`)).map((one) => one.id)).toEqual(["a", "b"]);
});

test("a line of the wrong shape is named with its place", () => {
  expect(() => loadOccupations(folderWith(`${line("a")}\n{"id":"b"}`))).toThrow(/6-sea\.jsonl:2/);
  expect(() => loadOccupations(folderWith("nonsense"))).toThrow(/:1: not a line of JSON/);
});

test("a folder without occupations is unavailable", () => {
  expect(() => loadOccupations(folderWith(""))).toThrow(expect.objectContaining({ code: "unavailable" }));
  expect(() => loadOccupations(path.join(root, "none"))).toThrow(expect.objectContaining({ code: "unavailable" }));
});
