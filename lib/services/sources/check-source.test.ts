import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkedSource, checkSource } from "./check-source";
import { readSourcesFile } from "./load-sources-file";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-sources-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BOARD = {
  id: "town-hall",
  name: "Town hall",
  adapter: "jsonld",
  startUrls: ["https://jobs.example.org/sitemap.xml"],
};

function pathsOf(entry: unknown): string[] {
  const checked = checkSource(entry);
  return checked.ok ? [] : checked.mistakes.map(({ path: where }) => where);
}

function fileWith(content: string): string {
  const file = path.join(folder, `${content.length}.json`);
  writeFileSync(file, content);
  return file;
}

test("an entry with an id, a name, an adapter and a start URL is a whole source", () => {
  const checked = checkedSource(BOARD);
  expect(checked.config).toMatchObject({ id: "town-hall", cadenceMinutes: 1440, enabled: true });
  expect(checked.description.id).toBe("jsonld");
});

test("every mistake of an entry is named at once, with where it stands", () => {
  expect(pathsOf({ ...BOARD, id: "Town Hall", startUrls: ["ftp://x.example"], cadenceMinutes: 1 })).toEqual([
    "id",
    "startUrls.0",
    "cadenceMinutes",
  ]);
  expect(pathsOf({ ...BOARD, params: { detailPaths: ["jobs/*"] }, allowedHosts: ["other.example.org"] })).toEqual([
    "startUrls.0",
    "params.detailPaths.0",
  ]);
  expect(pathsOf({ ...BOARD, colour: "blue" })).toEqual([""]);
});

test("an adapter that is not there, or does not fetch, is a mistake that lists those that are", () => {
  for (const adapter of ["telepathy", "file"]) {
    const checked = checkSource({ ...BOARD, adapter });
    expect(!checked.ok && checked.mistakes).toMatchObject([
      { path: "adapter", message: expect.stringContaining("jsonld") },
    ]);
  }
  expect(() => checkedSource({ ...BOARD, adapter: "telepathy" })).toThrow(/^adapter: There is no adapter/);
});

test("a sources file keeps its good entries and names its bad ones", async () => {
  const file = fileWith(JSON.stringify({ sources: [BOARD, { ...BOARD, name: "" }, BOARD, 7] }));
  const entries = await readSourcesFile(file);
  expect(entries.map(({ id, config }) => [id, config === null])).toEqual([
    ["town-hall", false],
    ["town-hall", true],
    ["town-hall", true],
    [null, true],
  ]);
  expect(entries[0]?.config).toMatchObject({ managedBy: "file" });
  expect(entries[1]?.problem).toContain("twice");
});

test.each(["{", '"a word"', '{"source":[]}'])("a file that is no list of sources is refused: %s", async (content) => {
  await expect(readSourcesFile(fileWith(content))).rejects.toMatchObject({ code: "invalid_input" });
});

test("a file that is not there is named", async () => {
  await expect(readSourcesFile(path.join(folder, "none.json"))).rejects.toThrow(/none\.json cannot be read/);
});
