import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ByteProgress } from "./open-bytes";
import { type ReadRowsOptions, type RowReading, readPostingRows } from "./read-posting-rows";
import { type RawLine, splitLines } from "./split-lines";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atalaya-rows-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(name: string, body: string | Uint8Array, options: ReadRowsOptions = {}): Promise<RowReading[]> {
  const path = join(folder, name);
  await writeFile(path, body);
  return collect(readPostingRows(path, options));
}
async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const brief = (readings: RowReading[]) =>
  readings.map((reading) => `${reading.line} ${reading.kind === "row" ? reading.row.title : reading.reason}`);

test("every line is a row or a named rejection; blank lines are neither", async () => {
  const bad = Buffer.concat([
    Buffer.from('{"title":"A"}\n\n{"title"\n'),
    Buffer.from([0x22, 0xff, 0x22, 0x0a]),
    Buffer.from(`{"company":"x"}\n{"title":"${"z".repeat(200)}"}\n[1]\r\n{"title":"Z"}`),
  ]);
  expect(brief(await read("mixed.jsonl", bad, { maxLineBytes: 100 }))).toEqual([
    "1 A",
    "3 the line is not valid JSON",
    "4 the line is not valid UTF-8",
    "5 neither title nor description",
    "6 the line is longer than 100 bytes",
    "7 the line is not an object",
    "8 Z",
  ]);
});

test("gzip is known by its bytes, and progress reaches the size of the file", async () => {
  const body = gzipSync(
    Array.from({ length: 3000 }, (_, index) => JSON.stringify({ id: index, title: `Job ${index}` })).join("\n"),
  );
  const seen: ByteProgress[] = [];
  const readings = await read("rows.bin", body, { onProgress: (progress) => seen.push(progress) });
  expect(readings).toHaveLength(3000);
  expect(seen.at(-1)).toEqual({ bytesRead: body.length, bytesTotal: body.length });
});

test("a file cut off in the middle keeps its rows and says where it ends", async () => {
  const lines = Array.from({ length: 5000 }, (_, index) =>
    JSON.stringify({ id: `${index}`, title: `Job ${index * 7919}` }),
  ).join("\n");
  const whole = gzipSync(lines);
  const readings = await read("cut.jsonl.gz", whole.subarray(0, Math.floor(whole.length / 2)));
  expect(readings.length).toBeGreaterThan(100);
  expect(readings.at(-1)).toMatchObject({
    kind: "rejected",
    reason: "the compressed file is damaged or cut off from here",
  });
});

test("rows without a source take the file's name, others their own", async () => {
  const readings = await read("Bolsa Lima.jsonl", '{"title":"A"}\n{"title":"B","source":"Otra"}');
  expect(readings.map((reading) => reading.kind === "row" && reading.row.source)).toEqual(["bolsa_lima", "otra"]);
});

test("CSV with quoted line breaks is read, and an empty record is rejected", async () => {
  const readings = await collect(readPostingRows(fileURLToPath(new URL("fixtures/postings.csv", import.meta.url))));
  expect(brief(readings)).toEqual(["3 Panadera", "4 Electrician", "5 neither title nor description"]);
  expect(readings[0]).toMatchObject({
    row: {
      source: "panaderias_2026",
      location: "Cusco, Perú",
      postedAt: "2026-03-15",
      description: "Amasar y hornear.\nTurno de madrugada.",
      salary: { min: 1800, max: 1800, currency: "PEN", period: "month" },
    },
  });
  expect(readings[1]).toMatchObject({ row: { source: "postings", closed: true, postedAt: null } });
});

test("CSV that is not UTF-8, and a CSV record without end, are named", async () => {
  const latin = Buffer.concat([Buffer.from("title,company\nA,B\n"), Buffer.from("Dise\xf1o,X\n", "latin1")]);
  expect(brief(await read("latin.csv", latin))).toEqual(["2 A", "3 the line is not valid UTF-8"]);
  const endless = await read("endless.csv", `title\nA\n"${"x".repeat(5000)}`, { maxLineBytes: 1000 });
  expect(endless.at(-1)).toMatchObject({
    kind: "rejected",
    reason: "a record is too long; the rest of the file cannot be read",
  });
});

test("a file that is not there, and a folder, are invalid input", async () => {
  await expect(collect(readPostingRows(join(folder, "none.jsonl")))).rejects.toMatchObject({ code: "invalid_input" });
  await expect(collect(readPostingRows(folder))).rejects.toMatchObject({ code: "invalid_input" });
});

test("lines are the same however the bytes are cut into chunks", async () => {
  const bytes = Buffer.from("añb\n\ncc\nlonglonglong\nd");
  async function* inChunks(size: number) {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  }
  const show = (line: RawLine) => (line.kind === "line" ? Buffer.from(line.bytes).toString() : line.kind);
  for (const size of [1, 2, 3, 7, 100]) {
    expect((await collect(splitLines(inChunks(size), 8))).map(show)).toEqual(["añb", "", "cc", "oversized", "d"]);
  }
});
