import { visitCandidates } from "./candidate-pairs";
import { ClusterGroups } from "./cluster-groups";
import { comparePair } from "./compare-pair";
import type { Cluster, Decision, DedupeReason, Fingerprint, Join, ReasonCode } from "./dedupe-types";

/** Reasons that rest on an identity; they are followed before any that rests on likeness. */
const IDENTITIES: readonly ReasonCode[] = ["same_source_id", "same_url", "same_apply_url"];

type Edge = { a: number; b: number; reasons: DedupeReason[]; strength: number };

function byId(a: Fingerprint, b: Fingerprint): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : 0;
}

function strengthOf(reasons: readonly DedupeReason[], similarity: number): number {
  return reasons.some(({ code }) => IDENTITIES.includes(code)) ? 1 + similarity : similarity;
}

/** The pairs that are one job, the surest first; equal ones in the order of their ids. */
function findEdges(prints: readonly Fingerprint[]): Edge[] {
  const edges: Edge[] = [];
  visitCandidates(prints, (a, b) => {
    const [left, right] = [prints[a], prints[b]];
    if (left === undefined || right === undefined) return;
    const { verdict, reasons, similarity } = comparePair(left, right);
    if (verdict === "same") edges.push({ a, b, reasons, strength: strengthOf(reasons, similarity) });
  });
  return edges.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
}

/** Decisions on listings that are here, the latest first; of two on one pair the later holds. */
function currentDecisions(decisions: readonly Decision[]): Decision[] {
  const sorted = [...decisions]
    .map((decision) => (decision.a <= decision.b ? decision : { ...decision, a: decision.b, b: decision.a }))
    .sort((x, y) =>
      x.decidedAt < y.decidedAt
        ? 1
        : x.decidedAt > y.decidedAt
          ? -1
          : `${x.a}\u0000${x.b}` < `${y.a}\u0000${y.b}`
            ? -1
            : 1,
    );
  const seen = new Set<string>();
  return sorted.filter(({ a, b }) => {
    const pair = `${a}\u0000${b}`;
    if (a === b || seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}

function applyDecisions(
  groups: ClusterGroups,
  decisions: readonly Decision[],
  indexOf: ReadonlyMap<string, number>,
): Edge[] {
  const applied: Edge[] = [];
  const known = currentDecisions(decisions).flatMap(({ a, b, verdict }) => {
    const [left, right] = [indexOf.get(a), indexOf.get(b)];
    return left === undefined || right === undefined ? [] : [{ left, right, verdict }];
  });
  for (const { left, right, verdict } of known) if (verdict === "different") groups.forbid(left, right);
  for (const { left, right, verdict } of known)
    if (verdict === "same" && groups.bind(left, right))
      applied.push({ a: left, b: right, reasons: [{ code: "decided_same", share: null }], strength: 3 });
  return applied;
}

function toClusters(prints: readonly Fingerprint[], groups: ClusterGroups, joined: readonly Edge[]): Cluster[] {
  const idOf = (index: number) => prints[index]?.id ?? "";
  const joins = new Map<number, Join[]>();
  for (const { a, b, reasons } of joined) {
    const root = groups.find(a);
    joins.set(root, [...(joins.get(root) ?? []), { a: idOf(a), b: idOf(b), reasons }]);
  }
  return prints.flatMap((print, index) => {
    if (groups.find(index) !== index) return [];
    return [{ id: print.id, ids: groups.membersOf(index).map(idOf), joins: joins.get(index) ?? [] }];
  });
}

/**
 * The listings of each job. Pairs that `comparePair` finds the same are joined, the surest first, unless that would bring together two
 * listings that an administrator keeps apart, or two that conflict (`findConflict`). Decisions come before every rule; where decisions
 * contradict each other, keeping apart outranks joining, and a later join an earlier one. The result does not depend on the order of
 * the fingerprints or the decisions; clusters come in the order of their ids. Two fingerprints with one id count once.
 */
export function clusterListings(fingerprints: readonly Fingerprint[], decisions: readonly Decision[] = []): Cluster[] {
  const sorted = [...fingerprints].sort(byId);
  const prints = sorted.filter((print, at) => at === 0 || print.id !== sorted[at - 1]?.id);
  const groups = new ClusterGroups(prints);
  const indexOf = new Map(prints.map(({ id }, index) => [id, index]));
  const joined = applyDecisions(groups, decisions, indexOf);
  for (const edge of findEdges(prints)) {
    const wereApart = groups.find(edge.a) !== groups.find(edge.b);
    if (wereApart && groups.join(edge.a, edge.b)) joined.push(edge);
  }
  return toClusters(prints, groups, joined);
}
