import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFolderStore } from "./content-store";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "atalaya-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode("una oferta");

test("what was put comes back under its hash, once", async () => {
  const store = createFolderStore(folder);
  const hash = await store.put(bytes);
  expect(await store.put(bytes)).toBe(hash);
  expect(new TextDecoder().decode(await store.get(hash))).toBe("una oferta");
  expect(readdirSync(folder)).toEqual([hash.slice(0, 2)]);
});

test("a file is kept under the same hash as its bytes and can be streamed", async () => {
  const store = createFolderStore(folder);
  const file = path.join(folder, "in.txt");
  writeFileSync(file, bytes);
  const kept = await store.putFile(file);
  expect(kept).toEqual({ hash: await store.put(bytes), bytes: bytes.length });
  const chunks = await store.open(kept.hash).toArray();
  expect(Buffer.concat(chunks).toString()).toBe("una oferta");
});

test("changed content is detected", async () => {
  const store = createFolderStore(folder);
  const hash = await store.put(bytes);
  writeFileSync(path.join(folder, hash.slice(0, 2), `${hash.slice(2)}.gz`), gzipSync("otra"));
  await expect(store.get(hash)).rejects.toThrow("was changed");
});

test("what was removed or never kept is not there, and a path is not a hash", async () => {
  const store = createFolderStore(folder);
  const hash = await store.put(bytes);
  await store.remove(hash);
  expect(await store.has(hash)).toBe(false);
  await expect(store.get("../../etc/passwd")).rejects.toThrow("64 hexadecimal digits");
});
