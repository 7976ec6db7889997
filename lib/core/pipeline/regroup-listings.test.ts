import { expect, test } from "vitest";
import type { Cluster } from "@/lib/core/dedupe/dedupe-types";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { type AbsorbPlan, absorbAdverts } from "./absorb-adverts";
import type { AbsorbState } from "./absorb-workbench";
import { anAdvert } from "./fixtures/an-advert";
import { regroupListings, type RegroupPlan, type RegroupState } from "./regroup-listings";

const OCTOBER = new Date("2026-10-05T12:00:00Z");
const NOVEMBER = new Date("2026-11-05T12:00:00Z");
const SAME = [{ code: "similar_text" as const, share: 0.97 }];

const at = (id: string, changes: Partial<ParsedPosting> = {}, sourceId = "board") =>
  anAdvert({ externalId: id, url: `https://${sourceId}.example/${id}`, ...changes }, { sourceId });

const EMPTY: AbsorbState = { listings: [], postings: [], versions: [], companyAliases: [] };

function stateOf(...plans: AbsorbPlan[]): RegroupState {
  const latest = <T extends { id: string }>(rows: readonly T[]) => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  return {
    postings: latest(plans.flatMap((plan) => plan.postings)),
    listings: latest(plans.flatMap((plan) => plan.listings)),
    versions: plans.flatMap((plan) => plan.versions),
    companyIds: new Map(
      plans.flatMap((plan) => plan.companyAliases.map(({ foldedName, companyId }) => [foldedName, companyId] as const)),
    ),
    decidedApart: new Set(),
  };
}

/** The state after a plan was written. */
function after(state: RegroupState, plan: RegroupPlan): RegroupState {
  const ended = new Set(plan.ended.map(({ id }) => id));
  const postings = new Map(state.postings.map((row) => [row.id, row]));
  for (const row of plan.postings) postings.set(row.id, row);
  const moves = new Map(plan.moves.map((move) => [move.listingId, move]));
  const versions = new Map(plan.versionMoves.map((move) => [move.id, move]));
  return {
    ...state,
    postings: [...postings.values()].filter((row) => !ended.has(row.id)),
    listings: state.listings.map((row) => {
      const move = moves.get(row.id);
      return move === undefined
        ? row
        : { ...row, postingId: move.to, joinReason: move.joinReason, joinDetail: move.joinDetail };
    }),
    versions: [...state.versions.map((row) => ({ ...row, ...versions.get(row.id) })), ...plan.newVersions],
  };
}

function together(state: RegroupState, ...groups: string[][]): Cluster[] {
  const idOf = (externalId: string) => state.listings.find((row) => row.externalId === externalId)?.id ?? "";
  return groups.map((group) => {
    const ids = group.map(idOf).sort();
    const [a = ""] = group.map(idOf);
    return { id: ids[0] ?? "", ids, joins: group.slice(1).map((other) => ({ a, b: idOf(other), reasons: SAME })) };
  });
}

/** Two boards, one job: the second board has it a month later, in slightly other words. */
function twoBoards(): RegroupState {
  const first = absorbAdverts(EMPTY, [at("A")], OCTOBER);
  const second = absorbAdverts(
    { ...EMPTY },
    [at("B", { description: "Buscamos a alguien para plataforma, con Kafka.", location: "Medellín" }, "other")],
    NOVEMBER,
  );
  return stateOf(first, second);
}

const bySource = (state: RegroupState) =>
  Object.fromEntries(state.listings.map((row) => [row.externalId, row.postingId]));

test("listings of one job come under the posting of the oldest one, with the words of both and why", () => {
  const state = twoBoards();
  const plan = regroupListings(state, together(state, ["A", "B"]));
  const [kept] = plan.postings;
  expect(plan.postings).toHaveLength(1);
  expect(kept).toMatchObject({
    id: bySource(state)["A"],
    firstSeenAt: OCTOBER,
    listingCount: 2,
    sourceIds: ["board", "other"],
    currentVersionId: state.postings.find((row) => row.id === bySource(state)["A"])?.currentVersionId,
    versionCount: 1,
  });
  expect(kept?.placeIds).toHaveLength(2);
  expect(plan.ended).toEqual([{ id: bySource(state)["B"], into: kept?.id }]);
  expect(plan.moves).toMatchObject([{ joinReason: "near_copy", joinDetail: { reasons: SAME } }]);
  expect(after(state, plan).versions.map(({ postingId, number }) => [postingId, number])).toEqual([
    [kept?.id, 1],
    [kept?.id, 2],
  ]);
});

test("what is grouped already asks for nothing", () => {
  const state = twoBoards();
  const settled = after(state, regroupListings(state, together(state, ["A", "B"])));
  expect(regroupListings(settled, together(settled, ["A", "B"]))).toEqual({
    moves: [],
    postings: [],
    versionMoves: [],
    newVersions: [],
    ended: [],
  });
});

test("a listing that leaves is a posting again, under its own id and with its own words", () => {
  const state = twoBoards();
  const joined = after(state, regroupListings(state, together(state, ["A", "B"])));
  const split = regroupListings({ ...joined, decidedApart: new Set(joined.listings.map((row) => row.id)) }, [
    ...together(joined, ["A"]),
    ...together(joined, ["B"]),
  ]);
  expect(split.moves).toMatchObject([{ to: bySource(state)["B"], joinReason: "split_by_hand", joinDetail: null }]);
  expect(after(joined, split).versions).toEqual(state.versions);
  expect(split.postings).toHaveLength(2);
  const before = new Map(state.postings.map((posting) => [posting.id, posting]));
  for (const posting of split.postings) expect(posting).toEqual(before.get(posting.id));
});

test("a listing that never had words of its own takes those it shared along when it leaves", () => {
  const state = stateOf(absorbAdverts(EMPTY, [at("A"), at("C", { location: "Cali" })], OCTOBER));
  expect(new Set(Object.values(bySource(state))).size).toBe(1);
  const plan = regroupListings(state, [...together(state, ["A"]), ...together(state, ["C"])]);
  expect(plan.newVersions).toMatchObject([{ number: 1, location: "Cali", text: state.versions[0]?.text }]);
  expect(plan.postings.map((posting) => posting.listingCount)).toEqual([1, 1]);
  expect(plan.moves).toMatchObject([{ joinReason: "split" }]);
});

test("a posting that goes to another takes its siblings along, and their reasons stay", () => {
  const first = absorbAdverts(EMPTY, [at("A")], OCTOBER);
  const other = { description: "Otra redacción del mismo puesto, con Kafka y Kubernetes. ".repeat(5) };
  const second = absorbAdverts(
    EMPTY,
    [at("B", other, "other"), at("C", { ...other, location: "Cali" }, "other")],
    NOVEMBER,
  );
  const state = stateOf(first, second);
  const clusters = together(state, ["A", "B", "C"]).map((cluster) => ({
    ...cluster,
    joins: cluster.joins.slice(0, 1),
  }));
  const plan = regroupListings(state, clusters);
  expect(plan.moves.map((move) => move.joinReason).sort()).toEqual(["near_copy", "same_content"]);
  expect(plan.postings).toMatchObject([{ listingCount: 3 }]);
});

test("the posting keeps speaking with the oldest listing's words; another board's rewording is kept beside them", () => {
  const state = twoBoards();
  const joined = after(state, regroupListings(state, together(state, ["A", "B"])));
  const again = absorbAdverts(
    { ...joined, companyAliases: [] },
    [at("B", { description: "Ahora con Rust.", location: "Medellín" }, "other")],
    new Date("2026-12-01T00:00:00Z"),
  );
  expect(again.outcomes).toMatchObject([{ kind: "changed", version: 3 }]);
  expect(again.postings).toMatchObject([
    { currentVersionId: joined.postings[0]?.currentVersionId, versionCount: 1, title: joined.postings[0]?.title },
  ]);
});

test("where the listing that it spoke with has closed, the posting takes up the words of one that is open", () => {
  const state = twoBoards();
  const joined = after(state, regroupListings(state, together(state, ["A", "B"])));
  const closed = {
    ...joined,
    listings: joined.listings.map((row) =>
      row.externalId === "A" ? { ...row, state: "closed" as const, closedAt: NOVEMBER, closedReason: "gone" } : row,
    ),
  };
  const changed = at("B", { description: "Ahora con Rust.", location: "Medellín" }, "other");
  const again = absorbAdverts({ ...closed, companyAliases: [] }, [changed], new Date("2026-12-01T00:00:00Z"));
  expect(again.postings[0]?.currentVersionId).toBe(again.versions[0]?.id);
});
