import type { Env } from "@/lib/config/env";
import { createBucketStore } from "./bucket-store";
import type { ContentStore } from "./content-store";
import { createFolderStore } from "./folder-store";

type StoreEnv = Pick<Env, "RAW_STORE_URL" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY">;

/** Where raw responses are kept: the bucket of `RAW_STORE_URL`, else a folder of the installation. */
export function openRawStore(env: StoreEnv, folder: string): ContentStore {
  if (env.RAW_STORE_URL === undefined) return createFolderStore(folder);
  const url = new URL(env.RAW_STORE_URL);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return createBucketStore({
    bucket: url.hostname,
    prefix: prefix === "" ? "" : `${prefix}/`,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
  });
}
