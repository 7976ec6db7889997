import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aText } from "@/lib/core/dedupe/fixtures/a-listing";
import { dedupeFile } from "./dedupe-file";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atalaya-dedupe-"));
});
afterEach(() => rm(folder, { recursive: true }));

type Row = Readonly<Record<string, unknown>>;
const row = (id: string, changes: Row = {}): Row => ({
  source: "board",
  id,
  title: "Pastry Chef",
  company: "Horno Azul SA",
  location: "Rosario",
  description: aText(),
  ...changes,
});

async function dedupe(rows: readonly (Row | string)[], name = "rows.jsonl") {
  const body = rows.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");
  const path = join(folder, name);
  await writeFile(path, name.endsWith(".gz") ? gzipSync(body) : body);
  return dedupeFile(path);
}

test("every id is in exactly one cluster, in whatever order the lines stand, also gzipped", async () => {
  const rows = [row("b"), row("a", { source: "other" }), row("c", { title: "Delivery Driver", description: "Drive." })];
  const { clusters, rejected } = await dedupe(rows);
  expect(clusters.map(({ ids }) => ids)).toEqual([["a", "b"], ["c"]]);
  expect(rejected).toEqual([]);
  expect((await dedupe(rows.toReversed(), "rows.jsonl.gz")).clusters).toEqual(clusters);
});

test("bad lines are named and the others answered", async () => {
  const { clusters, rejected } = await dedupe([row("a"), "{", row("b")]);
  expect(clusters.map(({ ids }) => ids)).toEqual([["a", "b"]]);
  expect(rejected).toEqual([{ line: 2, reason: "the line is not valid JSON" }]);
});

test("a later line of one id and source is its newer state; of another source it is refused", async () => {
  const { clusters, rejected } = await dedupe([
    row("a", { title: "Delivery Driver", description: "Drive." }),
    row("a"),
    row("b"),
    row("b", { source: "other" }),
  ]);
  expect(clusters.map(({ ids }) => ids)).toEqual([["a", "b"]]);
  expect(rejected).toEqual([{ line: 4, reason: "the id b is already that of a row of board" }]);
});

test("a row without id is known by its address", async () => {
  const { clusters } = await dedupe([row("", { url: "https://board.example/jobs/7" })]);
  expect(clusters.map(({ id }) => id)).toEqual(["https://board.example/jobs/7"]);
});
