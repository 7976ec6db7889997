import { visitCandidates } from "./candidate-pairs";
import { ClusterGroups, type PrintOf } from "./cluster-groups";
import { joinPair } from "./compare-pair";
import type { Cluster, Decision, DedupeReason, Fingerprint, Join, ReasonCode } from "./dedupe-types";

/** Reasons that rest on an identity; they are followed before any that rests on likeness. */
const IDENTITIES: readonly ReasonCode[] = ["same_source_id", "same_url", "same_apply_url"];

/** Two listings that are one job by the rules. */
export type Edge = { a: number; b: number; reasons: DedupeReason[]; strength: number };

function byId(a: Fingerprint, b: Fingerprint): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.sourceId < b.sourceId ? -1 : a.sourceId > b.sourceId ? 1 : 0;
}

function strengthOf(reasons: readonly DedupeReason[], similarity: number): number {
  return reasons.some(({ code }) => IDENTITIES.includes(code)) ? 1 + similarity : similarity;
}

/** The join that two listings call for, as numbers in the order of their ids; null where they are two jobs. */
export function findEdge(one: number, left: Fingerprint, other: number, right: Fingerprint): Edge | null {
  const join = one < other ? joinPair(left, right) : joinPair(right, left);
  if (join === null) return null;
  const { reasons, similarity } = join;
  return { a: Math.min(one, other), b: Math.max(one, other), reasons, strength: strengthOf(reasons, similarity) };
}

function findEdges(prints: readonly Fingerprint[]): Edge[] {
  const edges: Edge[] = [];
  visitCandidates(prints, (a, b) => {
    const [left, right] = [prints[a], prints[b]];
    const edge = left === undefined || right === undefined ? null : findEdge(a, left, b, right);
    if (edge !== null) edges.push(edge);
  });
  return edges;
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

function* toClusters(ids: readonly string[], groups: ClusterGroups, joined: readonly Edge[]): Iterable<Cluster> {
  const idOf = (index: number) => ids[index] ?? "";
  const joins = new Map<number, Join[]>();
  for (const { a, b, reasons } of joined) {
    const root = groups.find(a);
    const known = joins.get(root) ?? [];
    known.push({ a: idOf(a), b: idOf(b), reasons });
    joins.set(root, known);
  }
  for (const [index, id] of ids.entries())
    if (groups.find(index) === index)
      yield { id, ids: groups.membersOf(index).map(idOf), joins: joins.get(index) ?? [] };
}

/** Joins that are tried between two chances for others to work. */
const SLICE = 500;

/**
 * Joins listings, given by their ids in order, along edges: the surest first, equal ones in the order of their ids. `printOf` is asked for
 * listings that an edge or a decision names. Between two steps others can work; ends with the clusters, in the order of their ids.
 */
export function* joinListings(
  ids: readonly string[],
  edges: Edge[],
  decisions: readonly Decision[],
  printOf: PrintOf,
): Generator<undefined, Iterable<Cluster>> {
  const groups = new ClusterGroups(ids.length, printOf);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const joined = applyDecisions(groups, decisions, indexOf);
  edges.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
  for (const [at, edge] of edges.entries()) {
    const wereApart = groups.find(edge.a) !== groups.find(edge.b);
    if (wereApart && groups.join(edge.a, edge.b)) joined.push(edge);
    if (at % SLICE === 0) yield;
  }
  return toClusters(ids, groups, joined);
}

/**
 * The listings of each job. Pairs that `joinPair` finds the same are joined, the surest first, unless that would bring together two
 * listings that an administrator keeps apart, or two that conflict (`findConflict`). Decisions come before every rule; where decisions
 * contradict each other, keeping apart outranks joining, and a later join an earlier one. The result does not depend on the order of
 * the fingerprints or the decisions; clusters come in the order of their ids. Two fingerprints with one id count once.
 */
export function clusterListings(fingerprints: readonly Fingerprint[], decisions: readonly Decision[] = []): Cluster[] {
  const sorted = [...fingerprints].sort(byId);
  const prints = sorted.filter((print, at) => at === 0 || print.id !== sorted[at - 1]?.id);
  const ids = prints.map(({ id }) => id);
  const joining = joinListings(ids, findEdges(prints), decisions, (index) => prints[index]);
  let step = joining.next();
  while (step.done !== true) step = joining.next();
  return [...step.value];
}
