import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBucketStore } from "./bucket-store";
import { checkContent } from "./check-content";
import { type ContentStore, placeOf } from "./content-store";
import { DraftLines } from "./draft-lines";
import { createFolderStore } from "./folder-store";
import { openRawStore } from "./open-raw-store";

const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
const bytes = new TextEncoder().encode("una oferta");
const root = mkdtempSync(path.join(tmpdir(), "atalaya-store-"));
const folder = path.join(root, "folder");
let server: S3rver;
let endpoint = "";

beforeAll(async () => {
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: path.join(root, "s3"),
    configureBuckets: [{ name: "raw", configs: [] }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

type Kind = { name: string; open: () => ContentStore; overwrite: (hash: string, packed: Uint8Array) => Promise<void> };

const kinds: Kind[] = [
  {
    name: "folder",
    open: () => createFolderStore(folder),
    overwrite: (hash, packed) => {
      const place = placeOf(hash);
      mkdirSync(path.join(folder, place.folder), { recursive: true });
      writeFileSync(path.join(folder, place.folder, place.name), packed);
      return Promise.resolve();
    },
  },
  {
    name: "bucket",
    open: () => createBucketStore({ bucket: "raw", prefix: "kept/", region: "us-east-1", endpoint, credentials }),
    overwrite: async (hash, Body) => {
      const client = new S3Client({
        region: "us-east-1",
        endpoint,
        credentials,
        forcePathStyle: true,
        requestChecksumCalculation: "WHEN_REQUIRED",
      });
      const place = placeOf(hash);
      await client.send(new PutObjectCommand({ Bucket: "raw", Key: `kept/${place.folder}/${place.name}`, Body }));
      client.destroy();
    },
  },
];

describe.each(kinds)("a $name", ({ open, overwrite }) => {
  test("gives back what was put under its hash, and keeps it once", async () => {
    const store = open();
    const hash = await store.put(bytes);
    expect(await store.put(bytes)).toBe(hash);
    expect(new TextDecoder().decode(await store.get(hash))).toBe("una oferta");
    expect(await store.has(hash)).toBe(true);
    expect(await checkContent(store, hash)).toEqual({ bytes: bytes.length, fault: null });
  });

  test("keeps a file under the hash of its bytes, and streams it", async () => {
    const store = open();
    const file = path.join(root, "in.txt");
    const large = "a line of an advert\n".repeat(40_000);
    writeFileSync(file, large);
    const kept = await store.putFile(file);
    expect(kept.bytes).toBe(large.length);
    expect(await store.putFile(file)).toEqual(kept);
    const chunks: unknown[] = await store.open(kept.hash).toArray();
    expect(Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array)).toString()).toBe(large);
  });

  test("names bytes that were changed, with the hash of what is there, and bytes that are no gzip", async () => {
    const store = open();
    const hash = await store.put(new TextEncoder().encode("una oferta que cambia"));
    await overwrite(hash, gzipSync("otra"));
    await expect(store.get(hash)).rejects.toMatchObject({
      fault: "changed",
      expected: hash,
      found: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await checkContent(store, hash)).toMatchObject({ fault: "changed" });
    await overwrite(hash, bytes);
    await expect(store.get(hash)).rejects.toMatchObject({ fault: "damaged", found: null });
    expect(await checkContent(store, hash)).toEqual({ fault: "damaged", found: null });
  });

  test("names what was removed or never kept as missing", async () => {
    const store = open();
    const hash = await store.put(new TextEncoder().encode("una oferta que se va"));
    await store.remove(hash);
    await store.remove(hash);
    expect(await store.has(hash)).toBe(false);
    await expect(store.get(hash)).rejects.toMatchObject({ fault: "missing" });
    expect(await checkContent(store, hash)).toEqual({ fault: "missing", found: null });
    await expect(store.open(hash).toArray()).rejects.toThrow();
  });

  test("takes no path for a hash", async () => {
    await expect(open().get("../../etc/passwd")).rejects.toThrow("64 hexadecimal digits");
  });

  test("keeps lines that grew in a draft, and leaves no draft behind", async () => {
    const store = open();
    const lines = new DraftLines();
    for (let n = 0; n < 5_000; n += 1) lines.add(JSON.stringify({ n, text: "words of a line" }));
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("atalaya-lines-")).length;
    const kept = await lines.keepIn(store);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("atalaya-lines-")).length).toBeLessThan(before);
    const text = new TextDecoder().decode(await store.get(kept.hash));
    expect(text.split("\n")).toHaveLength(5_001);
    expect(kept).toMatchObject({ lines: 5_000, bytes: text.length });
  });
});

test("the raw store is the bucket that is configured, else a folder; an object service that fails says nothing of keys", async () => {
  const env = { S3_REGION: "us-east-1", S3_ACCESS_KEY_ID: "wrong", S3_SECRET_ACCESS_KEY: "a very secret key" };
  const hash = await openRawStore({ S3_REGION: "us-east-1" }, folder).put(bytes);
  expect(await createFolderStore(folder).has(hash)).toBe(true);
  const refused = openRawStore({ ...env, RAW_STORE_URL: "s3://raw/kept", S3_ENDPOINT: endpoint }, folder);
  const failure = await refused.get(hash).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toMatch(/secret|wrong/);
});
