import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "i18n",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.ts",
  "tailwind.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const STAMP = path.join(".next", "atalaya-sources");

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry).flatMap((name) => filesUnder(path.join(entry, name)));
}

/** One hash over everything that the built app is made of, tests aside. */
export function sourceHash(): string {
  const digest = createHash("sha256");
  const files = SOURCES.flatMap(filesUnder).filter((file) => !/\.(test|spec)\.tsx?$|\/fixtures\//.test(file));
  for (const file of files.sort()) digest.update(file).update("\0").update(readFileSync(file)).update("\0");
  return digest.digest("hex");
}

/** Whether the build on disk was made from the sources as they are. */
export function isBuilt(): boolean {
  return (
    existsSync(path.join(".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourceHash()
  );
}

/** Builds the app if its sources changed since the last build. Throws with the end of the builder's output. */
export async function buildApp(): Promise<"built" | "kept"> {
  if (isBuilt()) return "kept";
  const hash = sourceHash();
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (output = (output + chunk).slice(-8_000)));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  if (code !== 0) throw new Error(`The app could not be built:\n${output}`);
  writeFileSync(STAMP, hash);
  return "built";
}
