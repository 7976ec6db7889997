/**
 * How a replay ended: everything as recorded; something recomputed otherwise; kept bytes missing or other than they were; or only
 * partly possible, since retention removed documents.
 */
export type ReplayOutcome = "identical" | "different" | "damaged" | "incomplete";

/** Kept bytes that a replay or a verification could not use. `id` is the raw document's; null for the run's own manifest. */
export type ContentFinding = {
  id: string | null;
  url: string | null;
  fault: "missing" | "changed" | "damaged" | "purged";
  expected: string;
  found: string | null;
};

export type VersionChange = { name: string; then: string; now: string };

/** Versions that shape what is recomputed; the others belong to stages that a replay leaves alone. */
const SHAPING = new Set(["text", "absorb", "reading", "taxonomy", "gitRevision"]);

export function shapingVersions(changes: readonly VersionChange[]): VersionChange[] {
  return changes.filter((change) => SHAPING.has(change.name));
}

/** The outcome of a replay from what it met. */
export function replayOutcome(met: {
  findings: readonly ContentFinding[];
  differenceCount: number;
  stagesDiffer: boolean;
}): ReplayOutcome {
  if (met.findings.some((finding) => finding.fault !== "purged")) return "damaged";
  if (met.differenceCount > 0) return "different";
  if (met.findings.length > 0) return "incomplete";
  return met.stagesDiffer ? "different" : "identical";
}

const FAULT_WORDS = {
  missing: "is not in the store any more",
  changed: "was changed",
  damaged: "is damaged and cannot be unpacked",
  purged: "was removed by retention; its advert cannot be recomputed",
} as const;

/** One sentence about a finding: which document, from where, what was expected and what is there. */
export function describeFinding({ id, url, fault, expected, found }: ContentFinding): string {
  const what = id === null ? "The manifest of the run" : `The raw document ${id} (${url ?? "no address"})`;
  const hashes =
    fault === "changed" ? `: expected ${expected}, found ${found ?? "nothing readable"}` : ` (${expected})`;
  return `${what} ${FAULT_WORDS[fault]}${fault === "purged" ? "" : hashes}.`;
}

function describeChange({ name, then, now }: VersionChange): string {
  const short = (value: string) => (name === "gitRevision" ? value.slice(0, 12) : value);
  return `${name} ${short(then)} → ${short(now)}`;
}

/** Why a replay ended as it did, the expected reason first: other versions, then what is wrong with the store, then the rest. */
export function replayReasons(met: {
  outcome: ReplayOutcome;
  changes: readonly VersionChange[];
  findings: readonly ContentFinding[];
  findingCount: number;
  differenceCount: number;
}): string[] {
  const reasons: string[] = [];
  const { outcome, changes, findings, findingCount, differenceCount } = met;
  if (outcome === "identical") return reasons;
  if (changes.length > 0) {
    const expected = differenceCount > 0 ? "Differences are to be expected: the" : "The";
    reasons.push(`${expected} run was made with other versions: ${changes.map(describeChange).join(", ")}.`);
  }
  reasons.push(...findings.map(describeFinding));
  if (findingCount > findings.length) reasons.push(`${findingCount - findings.length} more documents cannot be used.`);
  if (differenceCount > 0) {
    const why = changes.length === 0 ? ", although nothing that shapes it has another version" : "";
    reasons.push(`${differenceCount} recomputed items differ from what the run recorded${why}.`);
  } else if (outcome === "different") reasons.push("A stage's hash differs from the recorded one.");
  return reasons;
}
