import { expect, test } from "vitest";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { checkCounts, checkLines, LineCounts } from "./check-counts";
import { diffPosting } from "./diff-postings";
import { PostingChanges } from "./posting-changes";
import { prepareAdvert } from "./prepare-advert";
import { ReplayComparison } from "./replay-comparison";
import { describeFinding, replayOutcome, replayReasons, shapingVersions } from "./replay-outcome";
import { advertLine, type ManifestLine, manifestLine, outputsOf } from "./run-manifest";
import { StageHashes } from "./stage-hashes";

const parsed: ParsedPosting = {
  source: "board",
  externalId: "17",
  url: "https://board.example/17",
  title: "Panadera",
  company: "Horno Sur",
  location: "Lima",
  postedAt: "2026-03-01",
  validThrough: null,
  employmentType: null,
  workplace: null,
  salary: null,
  description: "Hornear pan cada mañana.",
  descriptionFormat: "text",
  tags: [],
  lang: "es",
  warnings: [],
};
const origin = { sourceId: "board", isDemo: false, rawDocumentId: "d1", rawLocator: null };
const advert = (changes: Partial<ParsedPosting> = {}, from: Partial<typeof origin> = {}) =>
  prepareAdvert({ ...parsed, ...changes }, { ...origin, ...from });
const line = advertLine(advert(), { kind: "new", postingId: "p1" });
const failed: ManifestLine = {
  kind: "failed",
  stage: "scrape",
  reason: "rejected",
  url: null,
  document: "d2",
  locator: null,
};
const closed = (posting: string, postingOpen = false): ManifestLine => ({
  kind: "closed",
  listing: `l-${posting}`,
  posting,
  reason: "gone",
  postingOpen,
});

function hashesOf(lines: readonly ManifestLine[]) {
  const hashes = new StageHashes();
  for (const one of lines) for (const [stage, item] of outputsOf(one)) hashes.add(stage, item);
  return hashes;
}

function compare(lines: readonly ManifestLine[], tell: (comparison: ReplayComparison) => void) {
  const comparison = new ReplayComparison();
  for (const one of lines) comparison.expect(one);
  tell(comparison);
  const end = comparison.finish(hashesOf(lines).stages());
  const { differences, differenceCount } = comparison;
  return { ...end, whats: differences.map(({ what }) => what), differenceCount };
}

test("a line survives being written and read", () => {
  for (const one of [line, failed, closed("p1")])
    expect(manifestLine.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
});

test("hashes of stages are those of their items in any order; a failed request is no output, an unusable document is", () => {
  const [there, back] = [hashesOf([line, failed, closed("p1")]), hashesOf([closed("p1"), failed, line])];
  expect(there.stages()).toEqual(back.stages());
  expect(there.digest()).toBe(back.digest());
  expect(Object.keys(there.stages())).toEqual(["life", "parse", "postings"]);
  expect(hashesOf([{ ...failed, document: null }]).stages()).toEqual({});
});

test("the same adverts again differ in nothing", () => {
  const { whats, stages } = compare([line, failed], (comparison) => {
    expect(comparison.advert(advert())).toMatch(/^[0-9a-f]{32}$/);
    comparison.failure("d2", null, "rejected");
  });
  expect(whats).toEqual([]);
  expect(stages.every(({ same }) => same)).toBe(true);
});

test.each<[string, Partial<ParsedPosting>, string]>([
  ["another text", { description: "Hornear y vender pan." }, "content_differs"],
  ["another date", { postedAt: "2026-03-02" }, "statements_differ"],
  ["another id", { externalId: "18" }, "other_advert"],
])("%s is named", (_what, changes, what) => {
  const { whats, stages } = compare([line], (comparison) => comparison.advert(advert(changes)));
  expect(whats).toEqual([what]);
  expect(stages.find(({ stage }) => stage === "parse")?.same).toBe(false);
});

test("what is missing, additional or fails otherwise is named; what a document that cannot be read held is set aside", () => {
  expect(compare([line, failed], () => undefined).whats).toEqual(["not_found_again", "failure_not_repeated"]);
  expect(compare([], (comparison) => comparison.advert(advert())).whats).toEqual(["found_in_addition"]);
  expect(compare([], (comparison) => comparison.advert(advert(), true)).whats).toEqual([]);
  expect(compare([failed], (comparison) => comparison.failure("d2", null, "crash")).whats).toEqual(["fails_now"]);
  const aside = compare([line, failed], (comparison) => {
    comparison.setAside("d1");
    comparison.setAside("d2");
  });
  expect(aside).toMatchObject({ whats: [], advertsSetAside: 1 });
});

test("a reading is compared where its document was read, and taken over where it was not", () => {
  let version = "";
  compare([line], (comparison) => {
    version = comparison.advert(advert()) ?? "";
  });
  const read: ManifestLine = { kind: "read", version, reading: "r1" };
  const elsewhere: ManifestLine = { kind: "read", version: "other", reading: "r2" };
  const run = (hash: string) =>
    compare([line, read, elsewhere], (comparison) => {
      comparison.advert(advert());
      expect(comparison.wantsReading(version)).toBe(true);
      comparison.reading(version, hash, advert());
      comparison.reading(version, hash, advert());
    });
  expect(run("r1")).toMatchObject({ whats: [], readingsElsewhere: 1 });
  expect(run("r1").stages.every(({ same }) => same)).toBe(true);
  expect(run("r3").whats).toEqual(["reading_differs"]);
});

test("differences are counted on after the hundredth", () => {
  const many = Array.from({ length: 120 }, (_, n) => ({ ...line, locator: String(n) }));
  const { whats, differenceCount } = compare(many, () => undefined);
  expect([whats.length, differenceCount]).toEqual([100, 120]);
});

test("an outcome names the worst: changed bytes, then differences, then what retention removed", () => {
  const changed = { id: "d", url: "https://b.example/", fault: "changed" as const, expected: "aa", found: "bb" };
  const purged = { ...changed, fault: "purged" as const, found: null };
  const outcome = (findings: (typeof changed | typeof purged)[], differenceCount: number, stagesDiffer: boolean) =>
    replayOutcome({ findings, differenceCount, stagesDiffer });
  expect(outcome([changed, purged], 1, true)).toBe("damaged");
  expect(outcome([purged], 1, true)).toBe("different");
  expect(outcome([purged], 0, true)).toBe("incomplete");
  expect(outcome([], 0, true)).toBe("different");
  expect(outcome([], 0, false)).toBe("identical");
  expect(describeFinding(changed)).toBe("The raw document d (https://b.example/) was changed: expected aa, found bb.");
  expect(describeFinding({ ...changed, id: null, fault: "missing" })).toContain("The manifest of the run is not in");
});

test("reasons begin with other versions, and say where nothing explains a difference", () => {
  const changes = shapingVersions([
    { name: "match", then: "1", now: "2" },
    { name: "reading", then: "1", now: "2" },
  ]);
  const met = { changes, findings: [], findingCount: 0, differenceCount: 3 };
  expect(replayReasons({ ...met, outcome: "different" })[0]).toBe(
    "Differences are to be expected: the run was made with other versions: reading 1 → 2.",
  );
  expect(replayReasons({ ...met, changes: [], outcome: "different" })[0]).toContain("although nothing that shapes it");
  expect(replayReasons({ ...met, outcome: "identical" })).toEqual([]);
  expect(replayReasons({ ...met, changes: [], differenceCount: 0, outcome: "different" })).toHaveLength(1);
  expect(replayReasons({ ...met, findingCount: 4, outcome: "damaged" })[1]).toContain("4 more documents");
});

test("a posting has one change, the most telling; one whose other listing is open is not closed; a joined one is not new", () => {
  const changes = new PostingChanges();
  const outcome = (posting: string, kind: "new" | "unchanged" | "refreshed") =>
    changes.take({ ...line, posting, outcome: kind });
  outcome("a", "unchanged");
  outcome("a", "refreshed");
  changes.take(closed("a"));
  changes.take(closed("b", true));
  changes.take(closed("c"));
  outcome("d", "new");
  changes.take({ kind: "returned", listing: "l", posting: "e" });
  changes.take(failed);
  expect(changes.entries()).toEqual([
    ["a", "refreshed"],
    ["b", "unchanged"],
    ["c", "closed"],
    ["d", "new"],
    ["e", "reopened"],
  ]);
  const joined = changes.joined(new Map([["d", "c"]]));
  expect(joined.get("c")).toBe("unchanged");
  expect(joined.get("d")).toBeNull();
  expect(joined.counts()).toMatchObject({ new: 0, closed: 0, reopened: 1 });
});

test("a posting stands against an earlier run by its life and by the contents of the listings that both read", () => {
  const changes = new PostingChanges();
  const take = (posting: string, outcome: "new" | "unchanged" | "refreshed" | "reopened") =>
    changes.take({ ...line, posting, outcome });
  take("kept", "unchanged");
  take("reworded", "unchanged");
  take("moved", "refreshed");
  take("fresh", "new");
  take("back", "reopened");
  take("met", "unchanged");
  changes.take(closed("gone"));
  const of = (entries: Record<string, string>) =>
    new Map(Object.entries(entries).map(([posting, content]) => [posting, new Map([["l", content]])]));
  const a = { contents: of({ kept: "1", reworded: "1", moved: "1", gone: "1", lost: "1" }) };
  const b = { contents: of({ kept: "1", reworded: "2", moved: "1", fresh: "1", back: "1", met: "1" }), changes };
  const stands = ["kept", "reworded", "moved", "gone", "lost", "fresh", "back", "met"].map((id) =>
    diffPosting(id, a, b),
  );
  expect(stands).toEqual(["same", "changed", "refreshed", "closed", "only_in_a", "new", "reopened", "only_in_b"]);
});

test("counts that do not add up are named, with themselves and with the lines", () => {
  expect(checkCounts({ import: { read: 3, done: 2, failed: 1 }, postings: { done: 2, new: 1, unchanged: 1 } })).toEqual(
    [],
  );
  expect(checkCounts({ import: { read: 4, done: 2 }, postings: { done: 3, new: 2 } }).map(({ what }) => what)).toEqual([
    "adverts and their outcomes",
    "rows of files and what became of them",
    "rows taken and adverts",
  ]);
  const lines = new LineCounts();
  for (const one of [line, failed, closed("p1")]) lines.take(one);
  const counts = { postings: { done: 1, new: 1 }, scrape: { failed: 1 }, life: { closed: 1 } };
  expect(checkLines(counts, lines)).toEqual([]);
  expect(checkLines({ ...counts, life: { closed: 2 } }, lines)).toEqual([
    { what: "listings closed", expected: 2, found: 1 },
  ]);
  lines.take({ kind: "document", document: "d", how: "snapshot", readAs: "2026-01-01T00:00:00.000Z" });
  expect(checkLines({ ...counts, postings: { done: 3, new: 1, unchanged: 2 } }, lines)).toEqual([]);
});
