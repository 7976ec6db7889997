import { expect, test } from "vitest";
import { lifeLine, type ListingLife } from "./life-line";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));

function aListing(change: Partial<ListingLife> = {}): ListingLife {
  return {
    source: "Board",
    postedAt: null,
    restatedAt: null,
    firstSeenAt: day(2),
    lastSeenAt: day(10),
    state: "open",
    closedAt: null,
    closedReason: null,
    refreshedCount: 0,
    ...change,
  };
}

const told = (listings: ListingLife[], versions: { number: number; observedAt: Date }[] = []) =>
  lifeLine(listings, versions).map(({ kind, at, source }) => [kind, at.getUTCDate(), source]);

test("an open posting was posted, seen and is still seen, in that order", () => {
  expect(told([aListing({ postedAt: day(1) })], [])).toEqual([
    ["posted", 1, null],
    ["first_seen", 2, "Board"],
    ["last_seen", 10, "Board"],
  ]);
});

test("changes, moved dates and the closing are told with their days", () => {
  const closed = aListing({
    restatedAt: day(5),
    refreshedCount: 3,
    state: "closed",
    closedAt: day(12),
    closedReason: "gone",
  });
  expect(told([closed], [{ number: 2, observedAt: day(7) }])).toEqual([
    ["first_seen", 2, "Board"],
    ["refreshed", 5, "Board"],
    ["changed", 7, null],
    ["closed", 12, "Board"],
  ]);
  expect(lifeLine([closed], []).find(({ kind }) => kind === "refreshed")?.times).toBe(3);
  expect(lifeLine([closed], []).find(({ kind }) => kind === "closed")?.reason).toBe("gone");
});

test("a second board is not a repost; the same board after a silence is", () => {
  const first = aListing({ lastSeenAt: day(4), state: "closed", closedAt: day(6) });
  const kinds = told([first, aListing({ source: "Other", firstSeenAt: day(3) }), aListing({ firstSeenAt: day(9) })]);
  expect(kinds).toContainEqual(["seen_elsewhere", 3, "Other"]);
  expect(kinds).toContainEqual(["reposted", 9, "Board"]);
  expect(kinds.filter(([kind]) => kind === "first_seen")).toEqual([["first_seen", 2, "Board"]]);
});

test("nothing seen is nothing told", () => {
  expect(lifeLine([], [])).toEqual([]);
});
