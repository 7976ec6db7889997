import type { VersionChange } from "@/lib/core/pipeline/replay-outcome";

function flat(value: unknown, prefix: string, into: Map<string, string>): Map<string, string> {
  if (typeof value !== "object" || value === null) return into.set(prefix, String(value));
  for (const [name, inner] of Object.entries(value)) flat(inner, prefix === "" ? name : `${prefix}.${name}`, into);
  return into;
}

/** The versions that differ between two runs, by name; a version that one of them does not have is "none". */
export function compareVersions(then: unknown, now: unknown): VersionChange[] {
  const [before, after] = [flat(then ?? {}, "", new Map()), flat(now ?? {}, "", new Map())];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => name !== "" && before.get(name) !== after.get(name))
    .sort()
    .map((name) => ({ name, then: before.get(name) ?? "none", now: after.get(name) ?? "none" }));
}
