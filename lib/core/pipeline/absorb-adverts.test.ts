import { expect, test } from "vitest";
import { type AbsorbPlan, absorbAdverts } from "./absorb-adverts";
import type { AbsorbState } from "./absorb-workbench";
import { anAdvert } from "./fixtures/an-advert";
import type { PreparedAdvert } from "./prepare-advert";

const EMPTY: AbsorbState = { listings: [], postings: [], versions: [], companyAliases: [] };
const OCTOBER = new Date("2026-10-05T12:00:00Z");
const NOVEMBER = new Date("2026-11-05T12:00:00Z");
const DECEMBER = new Date("2026-12-05T12:00:00Z");

/** What the database would hold after some plans, later rows replacing earlier ones of the same id. */
function stateAfter(...plans: AbsorbPlan[]): AbsorbState {
  const latest = <T extends { id: string }>(rows: readonly T[]) => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  return {
    listings: latest(plans.flatMap((plan) => plan.listings)),
    postings: latest(plans.flatMap((plan) => plan.postings)),
    versions: plans.flatMap((plan) => plan.versions),
    companyAliases: plans.flatMap((plan) => plan.companyAliases),
  };
}

function onlyPosting(plan: AbsorbPlan) {
  expect(plan.postings).toHaveLength(1);
  const [posting] = plan.postings;
  if (posting === undefined) throw new Error("no posting");
  return posting;
}

function absorbTwice(first: PreparedAdvert, second: PreparedAdvert, at = NOVEMBER) {
  const before = absorbAdverts(EMPTY, [first], OCTOBER);
  return { before, after: absorbAdverts(stateAfter(before), [second], at) };
}

test("an unknown advert becomes a listing, a posting and its first version", () => {
  const plan = absorbAdverts(EMPTY, [anAdvert()], OCTOBER);
  expect(plan.outcomes.map((outcome) => outcome.kind)).toEqual(["new"]);
  expect(onlyPosting(plan)).toMatchObject({
    state: "open",
    versionCount: 1,
    listingCount: 1,
    repostCount: 0,
    sourceIds: ["board"],
  });
  expect(plan.versions.map((version) => version.number)).toEqual([1]);
  expect(plan.listings.map((listing) => listing.joinReason)).toEqual(["new"]);
});

test("the same advert again changes nothing but when it was last seen", () => {
  const { before, after } = absorbTwice(anAdvert(), anAdvert());
  expect(after.outcomes).toEqual([{ kind: "unchanged", postingId: onlyPosting(before).id }]);
  expect(after.versions).toEqual([]);
  expect(onlyPosting(after)).toMatchObject({ firstSeenAt: OCTOBER, lastSeenAt: NOVEMBER });
});

test("another text under the same id is a second version of the same posting", () => {
  const { before, after } = absorbTwice(anAdvert(), anAdvert({ description: "Ahora pedimos también Kafka." }));
  expect(after.outcomes).toEqual([{ kind: "changed", postingId: onlyPosting(before).id, version: 2 }]);
  expect(onlyPosting(after)).toMatchObject({
    id: onlyPosting(before).id,
    versionCount: 2,
    currentVersionId: after.versions[0]?.id,
  });
});

test("a text that returns to an earlier one makes that version current again, not a third one", () => {
  const { before, after } = absorbTwice(anAdvert(), anAdvert({ description: "Otra cosa." }));
  const third = absorbAdverts(stateAfter(before, after), [anAdvert()], DECEMBER);
  expect(third.versions).toEqual([]);
  expect(onlyPosting(third)).toMatchObject({ versionCount: 2, currentVersionId: before.versions[0]?.id });
});

test("the same content under another id is a named duplicate of one posting", () => {
  const plan = absorbAdverts(
    EMPTY,
    [anAdvert(), anAdvert({ externalId: "B-2", url: null, title: "INGENIERA de Plataforma" })],
    OCTOBER,
  );
  const { id } = onlyPosting(plan);
  expect(plan.outcomes[1]).toEqual({ kind: "duplicate", reason: "same_content", postingId: id });
  expect(onlyPosting(plan)).toMatchObject({ listingCount: 2, repostCount: 0 });
});

test("an id repeated within one run is a named duplicate", () => {
  const plan = absorbAdverts(EMPTY, [anAdvert(), anAdvert()], OCTOBER);
  expect(plan.outcomes.map((outcome) => outcome.kind)).toEqual(["new", "duplicate"]);
  expect(plan.listings).toHaveLength(1);
});

test("short texts of different places are different jobs", () => {
  const short = (externalId: string, location: string) =>
    anAdvert({ externalId, location, description: "Vendedor", url: null });
  const plan = absorbAdverts(EMPTY, [short("1", "Cali"), short("2", "Lima")], OCTOBER);
  expect(plan.postings).toHaveLength(2);
});

test("a new id that appears after the old one was gone is a repost", () => {
  const { after } = absorbTwice(anAdvert(), anAdvert({ externalId: "A-9" }));
  expect(onlyPosting(after)).toMatchObject({ listingCount: 2, repostCount: 1 });
});

test("a stated date that moves while the text does not is refreshed, not new", () => {
  const { after } = absorbTwice(anAdvert(), anAdvert({ postedAt: "2026-11-01" }));
  expect(after.outcomes.map((outcome) => outcome.kind)).toEqual(["refreshed"]);
  expect(after.listings[0]).toMatchObject({
    refreshedCount: 1,
    postedAt: new Date("2026-10-01"),
    restatedAt: new Date("2026-11-01"),
  });
  expect(onlyPosting(after).postedAt).toEqual(new Date("2026-10-01"));
});

test("an advert past its validity is closed on that day, and one that its source calls closed at once", () => {
  const past = absorbAdverts(EMPTY, [anAdvert({ validThrough: "2026-10-03" })], OCTOBER);
  expect(onlyPosting(past)).toMatchObject({ state: "closed", closedAt: new Date("2026-10-03") });
  const stated = absorbAdverts(EMPTY, [anAdvert({ closed: true })], OCTOBER);
  expect(onlyPosting(stated)).toMatchObject({ state: "closed", closedAt: OCTOBER });
});

test("a closed listing that is listed again is reopened", () => {
  const { after } = absorbTwice(anAdvert({ closed: true }), anAdvert());
  expect(after.outcomes.map((outcome) => outcome.kind)).toEqual(["reopened"]);
  expect(after.listings[0]).toMatchObject({ state: "open", closedAt: null, reopenedCount: 1 });
});

test("an advert that had ended by its own date and is put off is reopened", () => {
  const { after } = absorbTwice(anAdvert({ validThrough: "2026-09-03" }), anAdvert({ validThrough: "2027-01-03" }));
  expect(after.listings[0]).toMatchObject({ state: "open", closedAt: null, reopenedCount: 1 });
});

test("absorbing in one batch or in several gives the same rows", () => {
  const adverts = [anAdvert(), anAdvert({ externalId: "A-2" }), anAdvert({ externalId: "A-3", title: "Otra" })];
  const whole = absorbAdverts(EMPTY, adverts, OCTOBER);
  const plans: AbsorbPlan[] = [];
  for (const advert of adverts) plans.push(absorbAdverts(stateAfter(...plans), [advert], OCTOBER));
  const state = stateAfter(...plans);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect([...state.listings].sort(byId)).toEqual([...whole.listings].sort(byId));
  expect([...state.postings].sort(byId)).toEqual([...whole.postings].sort(byId));
});
