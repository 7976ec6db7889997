import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = /^taxonomy-[0-9a-f]{64}\.bin$/u;
/** Of so many taxonomies what was compiled is kept: one for each set of additions that is in use, and room for a change. */
const KEPT = 4;
const DIGEST_BYTES = 32;

/** Where the sources lie that say what the data files mean once compiled. */
const SOURCES = ["core/skills", "core/kernel", "adapters/taxonomy", "services/context"];

/**
 * A key that changes with any byte of a folder's data files, of the sources that read and compile them, with the given
 * state of what is added to them, and with the runtime (its tables of letters are part of the result). Null where one of
 * these cannot be read, so that nothing can be kept.
 */
export function taxonomyKey(directory: string, additions: string, checkout: string = process.cwd()): string | null {
  const hash = createHash("sha256");
  hash.update(`${process.version} ${process.versions.unicode} ${process.arch}\n${additions}\n`);
  try {
    for (const folder of [directory, ...SOURCES.map((source) => join(checkout, "lib", source))])
      for (const name of readdirSync(folder).sort()) {
        if (!/\.(?:jsonl|ts)$/u.test(name) || name.endsWith(".test.ts")) continue;
        const bytes = readFileSync(join(folder, name));
        hash.update(`${name} ${bytes.length}\n`).update(bytes);
      }
  } catch {
    return null;
  }
  return hash.digest("hex");
}

function digestOf(key: string, bytes: Uint8Array): Buffer {
  return createHash("sha256").update(key).update(bytes).digest();
}

/** What was kept under a key; null where nothing was, or it is damaged. */
export function readKept(folder: string, key: string): Uint8Array<ArrayBuffer> | null {
  try {
    const whole = readFileSync(join(folder, `taxonomy-${key}.bin`));
    const bytes = whole.subarray(DIGEST_BYTES);
    return digestOf(key, bytes).equals(whole.subarray(0, DIGEST_BYTES)) ? bytes : null;
  } catch {
    return null;
  }
}

/** Keeps bytes under a key, whole or not at all, and lets go of what was kept longest ago. A folder that cannot be written is no problem: nothing is kept. */
export function writeKept(folder: string, key: string, bytes: Uint8Array): void {
  const draft = join(folder, `taxonomy-${key}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([digestOf(key, bytes), bytes]), { mode: 0o600 });
    renameSync(draft, join(folder, `taxonomy-${key}.bin`));
    removeOldest(folder);
  } catch {
    if (existsSync(draft)) rmSync(draft);
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of files.sort((a, b) => b.time - a.time).slice(KEPT)) rmSync(path, { force: true });
}
