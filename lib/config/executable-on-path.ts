import { existsSync } from "node:fs";
import path from "node:path";

/** The file of a program: an absolute path that exists, or the first of that name in the folders of PATH; null where there is none. */
export function executableOnPath(name: string): string | null {
  if (path.isAbsolute(name)) return existsSync(name) ? name : null;
  return (
    (process.env["PATH"] ?? "")
      .split(path.delimiter)
      .map((folder) => path.join(folder, name))
      .find((file) => existsSync(file)) ?? null
  );
}
