import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type * as Sdk from "@aws-sdk/client-s3";
import { ContentProblem, type ContentStore, placeOf } from "./content-store";
import { hashOfBytes, packBytes, packFile, unpackBytes } from "./pack-content";

/** A bucket that speaks the S3 protocol. Without keys the machine's own credentials are used. */
export type BucketOptions = {
  bucket: string;
  /** What every key begins with; empty, or ending in a slash. */
  prefix: string;
  region: string;
  /** For services other than Amazon's; they are asked by path. */
  endpoint?: string | undefined;
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
};

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "an unknown error";
}

function isAbsent(error: unknown): boolean {
  return ["NoSuchKey", "NotFound"].includes(nameOf(error));
}

/** What a service answers can repeat parts of a signed request; only the kind of its error goes on. */
function stated(error: unknown, hash: string): Error {
  return isAbsent(error)
    ? new ContentProblem("missing", hash)
    : new Error(`The object store failed: ${nameOf(error)}.`);
}

/** A content store in a bucket. An object is there whole or not at all; the library is loaded with the first request. */
export function createBucketStore(options: BucketOptions): ContentStore {
  const { bucket: Bucket, prefix, region, endpoint, credentials } = options;
  let connected: Promise<{ sdk: typeof Sdk; client: Sdk.S3Client }> | undefined;
  const connect = () =>
    (connected ??= import("@aws-sdk/client-s3").then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        // Services that do not know the newer trailing checksums keep them as part of the object.
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
        ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
        ...(credentials === undefined ? {} : { credentials }),
      }),
    })));
  const address = (hash: string) => {
    const { folder, name } = placeOf(hash);
    return { Bucket, Key: `${prefix}${folder}/${name}` };
  };
  const has = async (hash: string) => {
    const at = address(hash);
    const { sdk, client } = await connect();
    try {
      await client.send(new sdk.HeadObjectCommand(at));
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw stated(error, hash);
    }
  };
  const send = async (hash: string, Body: Uint8Array | Readable, ContentLength: number) => {
    const { sdk, client } = await connect();
    const input = { ...address(hash), Body, ContentLength, ContentType: "application/gzip" };
    await client.send(new sdk.PutObjectCommand(input)).catch((error: unknown) => {
      throw stated(error, hash);
    });
  };
  const fetchBody = async (hash: string) => {
    const at = address(hash);
    const { sdk, client } = await connect();
    try {
      const { Body } = await client.send(new sdk.GetObjectCommand(at));
      if (Body === undefined) throw new ContentProblem("missing", hash);
      return Body;
    } catch (error) {
      throw error instanceof ContentProblem ? error : stated(error, hash);
    }
  };
  return {
    has,
    put: async (bytes) => {
      const hash = hashOfBytes(bytes);
      if (await has(hash)) return hash;
      const packed = await packBytes(bytes);
      await send(hash, packed, packed.byteLength);
      return hash;
    },
    putFile: async (file) => {
      const { draft, hash, bytes } = await packFile(file, path.join(tmpdir(), "atalaya-drafts"));
      try {
        if (!(await has(hash))) await send(hash, createReadStream(draft), (await stat(draft)).size);
        return { hash, bytes };
      } finally {
        await rm(draft, { force: true });
      }
    },
    get: async (hash) => unpackBytes(await (await fetchBody(hash)).transformToByteArray(), hash),
    open: (hash) => {
      const entry = new PassThrough();
      fetchBody(hash)
        .then(async (body) => {
          if (body instanceof Readable) pipeline(body, entry, () => undefined);
          else entry.end(await body.transformToByteArray());
        })
        .catch((error: unknown) => entry.destroy(error instanceof Error ? error : new Error(String(error))));
      return pipeline(entry, createGunzip(), () => undefined);
    },
    remove: async (hash) => {
      const at = address(hash);
      const { sdk, client } = await connect();
      await client.send(new sdk.DeleteObjectCommand(at)).catch((error: unknown) => {
        throw stated(error, hash);
      });
    },
  };
}
