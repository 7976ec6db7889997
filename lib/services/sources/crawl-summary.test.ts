import { expect, test } from "vitest";
import { type CrawlSummary, emptySummary, hasFailed, noteFailure, outcomeOfCrawl } from "./crawl-summary";

function aCrawl(failures: Record<string, number>, changes: Partial<CrawlSummary> = {}): CrawlSummary {
  const summary = { ...emptySummary(), complete: true, readWhole: true, ...changes };
  for (const [reason, count] of Object.entries(failures))
    for (let index = 0; index < count; index += 1) noteFailure(summary, reason, `${reason} ${index + 1}`);
  return summary;
}

test.each([
  ["blocked", "blocked"],
  ["disallowed", "disallowed"],
  ["broken", "broken"],
  ["rejected", "broken"],
  ["throttled", "unavailable"],
  ["unavailable", "unavailable"],
  ["refused", "unavailable"],
])("a crawl of which every page is %s has failed as %s, in the words of the first", (reason, status) => {
  expect(outcomeOfCrawl(aCrawl({ [reason]: 2 }))).toEqual({ status, reason: `${reason} 1` });
  expect(hasFailed(outcomeOfCrawl(aCrawl({ [reason]: 2 })).status)).toBe(true);
});

test("the commonest reason speaks for the crawl", () => {
  expect(outcomeOfCrawl(aCrawl({ blocked: 1, empty_shell: 3, unavailable: 2 }))).toEqual({
    status: "broken",
    reason: "needs JavaScript: empty_shell 1",
  });
});

test("one page of use makes it a crawl that went well, or in part", () => {
  expect(outcomeOfCrawl(aCrawl({ blocked: 9 }, { adverts: 1 }))).toEqual({ status: "ok", reason: null });
  expect(outcomeOfCrawl(aCrawl({ blocked: 9 }, { fine: 1 })).status).toBe("ok");
  const partial = { adverts: 1, complete: false, readWhole: false, reasons: ["the cap on pages was reached"] };
  expect(outcomeOfCrawl(aCrawl({}, partial))).toEqual({ status: "partial", reason: "the cap on pages was reached" });
});

test("an API that never names the whole board is fine when all of it was read", () => {
  expect(outcomeOfCrawl(aCrawl({}, { adverts: 5, complete: false, reasons: ["recent adverts only"] })).status).toBe(
    "ok",
  );
});

test("one advert that is gone is gone; three and nothing else are addresses that no longer hold", () => {
  const gone = { seenUrls: new Set<string>(), goneUrls: new Set(["a"]) };
  expect(outcomeOfCrawl(aCrawl({ gone: 1 }, gone)).status).toBe("ok");
  expect(outcomeOfCrawl(aCrawl({ gone: 3 }, gone)).status).toBe("expired");
});

test("a crawl that read nothing and says nothing is unavailable", () => {
  expect(outcomeOfCrawl(emptySummary())).toEqual({ status: "unavailable", reason: "nothing could be read" });
});
