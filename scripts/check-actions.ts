import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { findNakedActions } from "./find-naked-actions";

const FOLDERS = ["app", "components", "i18n", "lib"];
/** Sets nothing but the reader's own language cookie, parses its one input, and returns void so that a plain form can call it. */
const EXEMPT = new Set(["i18n/set-locale.ts"]);

const root = path.join(import.meta.dirname, "..");
const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/"))),
).filter((file) => !EXEMPT.has(file));

const found = files.flatMap((file) =>
  findNakedActions(file, readFileSync(path.join(root, file), "utf8")).map(
    ({ name, line }) => `${file}:${line} ${name}`,
  ),
);

if (found.length > 0) {
  console.error(`Server actions without a guard (use defineAction, definePublicAction or defineAdminAction):`);
  for (const line of found) console.error(`  ${line}`);
  process.exitCode = 1;
} else {
  console.log(`Server actions: ${files.length} files read, every action has its guard.`);
}
