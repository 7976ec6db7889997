import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context, UserContext } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { withRun } from "@/lib/services/runs/with-run";
import { clearAcquired } from "@/test/clear-acquired";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { writeImportRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { hashTables } from "@/test/table-hash";
import { temporaryFolder } from "@/test/temporary-folder";
import { joinPostings, splitListing } from "./decide-duplicates";
import { dedupePostings } from "./dedupe-postings";
import { getPosting } from "./get-posting";
import { importFiles } from "./import-files";

const folder = temporaryFolder();
const OCTOBER = new Date("2026-10-05T12:00:00Z");
const NOVEMBER = new Date("2026-11-05T12:00:00Z");
const DUTIES = [
  "You keep the cold store of a fish wholesaler in order and lead six people on the early shift.",
  "You plan the loading bays, check the temperature logs and write the weekly count of pallets.",
  "You train newcomers on reach trucks and on the hygiene plan that our auditors ask for.",
  "You need a forklift licence, two years in a cold store, and Excel for the counts.",
  "Nice to have: SAP, English, and a calm voice on the radio when three lorries come at once.",
];
const TEXT = DUTIES.join("\n");
const EDITED = [
  ...DUTIES.slice(0, 4),
  "We are glad about SAP, English, and a calm voice when three lorries arrive at once.",
].join("\n");
const BAKER =
  "You bake bread at night for eleven shops.\nYou shape rye loaves by hand and feed three sourdoughs.\nYou need a baker's diploma and love for early mornings.";

const row = (id: string, source: string, more: object = {}) => ({
  source,
  id,
  title: "Cold store supervisor",
  company: "Bacalao Norte S.A.",
  location: "Vigo",
  date: "2026-10-01",
  lang: "en",
  description: TEXT,
  ...more,
});

let database: TestDatabase;
let boss: UserContext;

async function take(rows: readonly object[], now: Date, dedupe = true): Promise<void> {
  const ctx: Context = pipelineContext({ db: database.db, now });
  await withRun(ctx, { kind: "import", trigger: "cli", leaseKey: "pipeline", input: {} }, async (run) => {
    await importFiles(ctx, run, [writeImportRows(folder, rows)]);
    if (dedupe) await dedupePostings(ctx, run);
    await enrichPostings(ctx, run);
  });
}

async function again(now = NOVEMBER): Promise<void> {
  const ctx = pipelineContext({ db: database.db, now });
  await withRun(ctx, { kind: "enrich", trigger: "cli", leaseKey: "pipeline", input: {} }, async (run) => {
    await dedupePostings(ctx, run);
    await enrichPostings(ctx, run);
  });
}

const postings = () =>
  database.db.posting.findMany({
    orderBy: { id: "asc" },
    include: { listings: { orderBy: { externalId: "asc" } }, versions: true },
  });
const groups = async () =>
  (await postings()).map((posting) => posting.listings.map((listing) => listing.externalId)).sort();
const listing = (externalId: string) => database.db.listing.findFirstOrThrow({ where: { externalId } });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearAcquired(database.db);
  boss = {
    ...pipelineContext({ db: database.db, now: NOVEMBER }),
    actor: { kind: "user", userId: "boss", role: "admin", sessionId: "s" },
  };
});

test("one job on two boards, in slightly other words, is one posting with both listings and the reason", async () => {
  await take(
    [row("a", "norte"), row("bread", "norte", { title: "Baker", company: "Horno Viejo", description: BAKER })],
    OCTOBER,
  );
  await take([row("b", "sur", { description: EDITED, company: "Bacalao Norte" })], NOVEMBER);
  expect(await groups()).toEqual([["a", "b"], ["bread"]]);
  const { joinReason, joinDetail } = await listing("b");
  expect(joinReason).toBe("near_copy");
  expect(joinDetail).toMatchObject({ with: (await listing("a")).id });
  const [one] = (await postings()).filter((posting) => posting.listings.length === 2);
  expect(one).toMatchObject({ firstSeenAt: OCTOBER, sourceIds: ["file:norte", "file:sur"] });
  expect(one?.skillIds).toContain("sap");
  const event = await database.db.runEvent.findFirstOrThrow({ where: { kind: "listing.joined" } });
  expect(event.message).toMatch(/\w/);
});

test("a link to a posting that became another's leads there", async () => {
  await take([row("b", "sur", { description: EDITED })], NOVEMBER, false);
  const { postingId: former } = await listing("b");
  await take([row("a", "norte")], OCTOBER);
  const { postingId } = await listing("a");
  expect(postingId).not.toBe(former);
  expect((await getPosting(boss, former)).summary.id).toBe(postingId);
  await expect(getPosting(boss, "0".repeat(32))).rejects.toMatchObject({ code: "not_found" });
});

test("what an administrator splits stays apart in every later run, and what they join stays together", async () => {
  await take([row("a", "norte"), row("b", "sur", { description: EDITED })], OCTOBER);
  expect(await groups()).toEqual([["a", "b"]]);
  const apart = await splitListing(boss, { listingId: (await listing("b")).id });
  expect(await groups()).toEqual([["a"], ["b"]]);
  expect((await listing("b")).joinReason).toBe("split_by_hand");
  await again();
  expect(await groups()).toEqual([["a"], ["b"]]);
  await take([row("b", "sur", { description: `${EDITED}\nParking on site.` })], NOVEMBER);
  expect(await groups()).toEqual([["a"], ["b"]]);
  const facts = await database.db.posting.findUniqueOrThrow({ where: { id: apart.postingId } });
  expect(facts.skillIds).toContain("sap");

  await joinPostings(boss, { postingId: (await listing("a")).postingId, otherId: apart.postingId });
  expect(await groups()).toEqual([["a", "b"]]);
  expect((await listing("b")).joinReason).toBe("joined_by_hand");
  await again();
  expect(await groups()).toEqual([["a", "b"]]);
  expect(await database.db.auditLog.count({ where: { action: { in: ["listing.split", "postings.joined"] } } })).toBe(2);
});

test("two jobs that no rule would join are one when an administrator says so", async () => {
  await take(
    [row("a", "norte"), row("bread", "sur", { title: "Baker", company: "Horno Viejo", description: BAKER })],
    OCTOBER,
  );
  await joinPostings(boss, { postingId: (await listing("a")).postingId, otherId: (await listing("bread")).postingId });
  await again();
  expect(await groups()).toEqual([["a", "bread"]]);
});

test("only an administrator decides, and only about what is there", async () => {
  await take([row("a", "norte")], OCTOBER);
  const { id, postingId } = await listing("a");
  const ana: UserContext = { ...boss, actor: { kind: "user", userId: "ana", role: "user", sessionId: "s" } };
  await expect(splitListing(ana, { listingId: id })).rejects.toMatchObject({ code: "not_found" });
  await expect(joinPostings(ana, { postingId, otherId: "x" })).rejects.toMatchObject({ code: "not_found" });
  await expect(splitListing(boss, { listingId: id })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(joinPostings(boss, { postingId, otherId: postingId })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(joinPostings(boss, { postingId, otherId: "none" })).rejects.toMatchObject({ code: "not_found" });
});

test("the end does not depend on how the work was cut into pieces", async () => {
  const rows = [row("a", "norte"), row("b", "sur", { description: EDITED }), row("c", "este", { location: "Lugo" })];
  await take(rows, OCTOBER);
  const whole = await hashTables(database.url);
  await database.db.source.deleteMany();
  await database.db.posting.deleteMany();
  await database.db.setting.deleteMany();
  await database.db.company.deleteMany();
  await database.db.place.deleteMany();
  await take(rows, OCTOBER, false);
  await again(OCTOBER);
  await again(OCTOBER);
  const relevant = (hashes: typeof whole) =>
    hashes.filter(({ table }) => ["Listing", "Posting", "PostingVersion"].includes(table));
  expect(relevant(await hashTables(database.url))).toEqual(relevant(whole));
});
