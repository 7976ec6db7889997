import { expect, test } from "vitest";
import { absorbAdverts } from "./absorb-adverts";
import { closeExpired, closeMissing } from "./close-missing";
import { anAdvert } from "./fixtures/an-advert";
import type { ListingRow } from "./posting-rows";

const SEEN = new Date("2026-10-05T12:00:00Z");
const startedAt = new Date("2026-11-05T12:00:00Z");
const nothingGone: ReadonlySet<string> = new Set();

function aListing(changes: Partial<ListingRow> = {}): ListingRow {
  const [listing] = absorbAdverts(
    { listings: [], postings: [], versions: [], companyAliases: [] },
    [anAdvert()],
    SEEN,
  ).listings;
  if (listing === undefined) throw new Error("no listing");
  return { ...listing, ...changes };
}

test("one complete crawl without a listing counts a miss, the second closes it", () => {
  const [missed] = closeMissing([aListing()], { startedAt, complete: true, goneUrls: nothingGone });
  expect(missed).toMatchObject({ state: "open", missedCrawls: 1 });
  const [closed] = closeMissing([aListing({ missedCrawls: 1 })], { startedAt, complete: true, goneUrls: nothingGone });
  expect(closed).toMatchObject({ state: "closed", closedAt: startedAt, closedReason: "missing_from_crawls" });
});

test("a partial crawl closes nothing by absence", () => {
  expect(closeMissing([aListing({ missedCrawls: 1 })], { startedAt, complete: false, goneUrls: nothingGone })).toEqual(
    [],
  );
});

test("a page that is gone closes its listing at once, also in a partial crawl", () => {
  const goneUrls = new Set(["https://board.example/jobs/a-1"]);
  const [closed] = closeMissing([aListing()], { startedAt, complete: false, goneUrls });
  expect(closed).toMatchObject({ state: "closed", closedReason: "gone" });
});

test("what was seen in this crawl, or is closed already, is left alone", () => {
  const rows = [aListing({ lastSeenAt: startedAt }), aListing({ state: "closed" })];
  expect(closeMissing(rows, { startedAt, complete: true, goneUrls: nothingGone })).toEqual([]);
});

test("a crawl that was cut off and repeated counts one miss", () => {
  const crawl = { startedAt, complete: true, goneUrls: nothingGone };
  const [missed] = closeMissing([aListing()], crawl);
  if (missed === undefined) throw new Error("no listing");
  expect(closeMissing([missed], crawl)).toEqual([]);
  const soon = new Date(startedAt.getTime() + 5 * 60_000);
  expect(closeMissing([missed], { ...crawl, startedAt: soon })).toEqual([]);
  const nextDay = new Date(startedAt.getTime() + 86_400_000);
  expect(closeMissing([missed], { ...crawl, startedAt: nextDay })).toMatchObject([
    { state: "closed", missedCrawls: 2 },
  ]);
});

test("a listing ends with its own last day, whether anybody looked or not", () => {
  const ended = new Date("2026-11-01T00:00:00Z");
  expect(closeExpired([aListing({ validThrough: ended })], startedAt)).toMatchObject([
    { state: "closed", closedAt: ended, closedReason: "valid_through" },
  ]);
  expect(closeExpired([aListing({ validThrough: startedAt }), aListing()], startedAt)).toEqual([]);
});
