import type { VersionChange } from "@/lib/core/pipeline/replay-outcome";

/** What shaped a run: the versions that it registered and the revision of the checkout. */
export type RunVersions = { versions: unknown; gitRevision: string | null };

function flat(value: unknown, prefix: string, into: Map<string, string>): Map<string, string> {
  if (typeof value !== "object" || value === null) return into.set(prefix, String(value));
  for (const [name, inner] of Object.entries(value)) flat(inner, prefix === "" ? name : `${prefix}.${name}`, into);
  return into;
}

function namesOf({ versions, gitRevision }: RunVersions): Map<string, string> {
  const names = flat(versions ?? {}, "", new Map());
  return gitRevision === null ? names : names.set("gitRevision", gitRevision);
}

/** The versions that differ between two runs, by name; a version that one of them does not have is "none". */
export function compareVersions(then: RunVersions, now: RunVersions): VersionChange[] {
  const [before, after] = [namesOf(then), namesOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort()
    .map((name) => ({ name, then: before.get(name) ?? "none", now: after.get(name) ?? "none" }));
}
