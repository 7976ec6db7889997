import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import type { SystemContext } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { importFiles } from "@/lib/services/postings/import-files";
import { withRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { rowsWithNewTerms, writeImportRows } from "@/test/import-files";
import { processContext } from "@/test/pipeline-context";
import { readingState } from "@/test/reading-state";
import { acceptCandidate } from "./accept-candidate";
import { aliasCandidate } from "./alias-candidate";
import { listCandidates, tallyCandidates } from "./list-candidates";
import { rejectCandidate } from "./reject-candidate";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-terms-"));
const NOW = new Date("2026-11-20T12:00:00Z");
const COUNT = 300;
let database: TestDatabase;
let worker: SystemContext;
let web: SystemContext;

const enrich = (ctx: SystemContext, deadline: Date | null = null) =>
  withRun(ctx, IMPORT_RUN, (run) => enrichPostings(ctx, run, deadline));

const readVersions = () =>
  database.db.postingVersion.findMany({ select: { id: true, readingVersion: true }, orderBy: { id: "asc" } });

beforeAll(async () => {
  database = await createTestDatabase();
  [worker, web] = [processContext(database.db, NOW), processContext(database.db, NOW)];
  await withRun(worker, IMPORT_RUN, (run) =>
    importFiles(worker, run, [writeImportRows(folder, rowsWithNewTerms(COUNT))]),
  );
  await enrich(worker);
  const seen = { examples: [], postings: 150, firstSeenAt: NOW, lastSeenAt: NOW };
  for (const term of ["Zorblat", "Quixel", "Passion", "Vornik js"])
    await database.db.skillCandidate.create({ data: { key: term.toLowerCase(), term, ...seen } });
}, 120_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const ACCEPTED = { term: "Zorblat", kind: "hard", family: "programming-languages", lang: "en" } as const;

test("anybody but an administrator finds nothing to see or decide", async () => {
  const user = { ...web, actor: { kind: "user" as const, userId: "u", role: "user" as const, sessionId: "s" } };
  await expect(listCandidates(user, { state: "open", limit: 9 })).rejects.toMatchObject({ code: "not_found" });
  await expect(acceptCandidate(user, ACCEPTED)).rejects.toMatchObject({ code: "not_found" });
  await expect(rejectCandidate(user, "Zorblat")).rejects.toMatchObject({ code: "not_found" });
});

test("clashes are refused with their reason, and change nothing", async () => {
  const refused = (change: object) => acceptCandidate(web, { ...ACCEPTED, ...change });
  await expect(refused({ family: "magic" })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(refused({ term: "java" })).rejects.toThrow('"java" is a name of java already.');
  await expect(refused({ label: "JAVA" })).rejects.toMatchObject({
    refusal: { reason: "name_taken", owner: { id: "java" } },
  });
  await expect(refused({ label: "C / Sharp" })).rejects.toMatchObject({ refusal: { reason: "id_taken" } });
  await expect(refused({ label: "&&" })).rejects.toMatchObject({ refusal: { reason: "unusable_name" } });
  await expect(refused({ term: "Unheard" })).rejects.toMatchObject({ code: "conflict" });
  const nowhere = aliasCandidate(web, { term: "Quixel", conceptId: "nothing-here", lang: "en" });
  await expect(nowhere).rejects.toMatchObject({ code: "invalid_input" });
  expect(await database.db.taxonomyAddition.count()).toBe(0);
  expect(await listCandidates(web, { state: "open", limit: 9 })).toHaveLength(4);
});

test("a decision holds at once where it was made, and in another process from its next run on", async () => {
  const before = worker.knowledge().version;
  expect(await acceptCandidate(web, ACCEPTED)).toEqual({ conceptId: "zorblat" });
  await aliasCandidate(web, { term: "Quixel", conceptId: "java", lang: "es" });
  await rejectCandidate(web, "Passion");
  expect(lookupSkill(web.taxonomy().matcher, "zorblat")?.id).toBe("zorblat");
  expect(lookupSkill(web.taxonomy().matcher, "Quixel")?.id).toBe("java");
  expect(worker.knowledge().version).toBe(before);
  await worker.renewTaxonomy?.();
  expect(worker.knowledge().version).toBe(web.knowledge().version);
  expect(worker.knowledge().version).not.toBe(before);
  await expect(acceptCandidate(web, ACCEPTED)).rejects.toMatchObject({ code: "conflict" });
  expect(await listCandidates(web, { state: "rejected", limit: 9 })).toMatchObject([{ term: "Passion" }]);
  const log = await database.db.auditLog.findMany({
    where: { action: { startsWith: "term." } },
    orderBy: { at: "asc" },
  });
  expect(log.map(({ action, subject }) => [action, subject])).toEqual([
    ["term.accepted", "zorblat"],
    ["term.aliased", "quixel"],
    ["term.rejected", "passion"],
  ]);
});

test("a skill that is called otherwise than the term has both names; decisions are listed with what they mean", async () => {
  const named = { term: "Vornik js", label: "Vornik.js", kind: "hard", family: "web-frontend", lang: "en" } as const;
  expect(await acceptCandidate(web, named)).toEqual({ conceptId: "vornik-js" });
  for (const name of ["vornik js", "Vornik.js"])
    expect(lookupSkill(web.taxonomy().matcher, name)?.id).toBe("vornik-js");
  const listed = await listCandidates(web, { state: null });
  expect(listed.map(({ key, state, skill, employers }) => [key, state, skill?.id, employers])).toEqual([
    ["passion", "rejected", undefined, null],
    ["quixel", "aliased", "java", null],
    ["vornik js", "accepted", "vornik-js", null],
    ["zorblat", "accepted", "zorblat", null],
  ]);
  expect(await listCandidates(web, { state: null, limit: 1, skip: 2 })).toMatchObject([{ key: "vornik js" }]);
  expect(await tallyCandidates(web)).toEqual({ open: 0, accepted: 2, aliased: 1, rejected: 1 });
});

test("reading again is cut off, goes on with what is out of date only, and ends as a fresh reading does", async () => {
  const old = await readVersions();
  let looks = 0;
  const wallNow = () => new Date(looks++ < 1 ? 0 : 2);
  await enrichAfter(wallNow);
  const half = await readVersions();
  const changed = half.filter(({ readingVersion }, at) => readingVersion !== old[at]?.readingVersion);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(COUNT);

  const { runId } = await enrich(worker);
  const run = await database.db.run.findUniqueOrThrow({ where: { id: runId } });
  expect(run.counts).toMatchObject({ enrich: { done: COUNT - changed.length } });
  const resumed = await readingState(database.db);
  expect(resumed.postings.filter(({ skillIds }) => skillIds.includes("zorblat"))).toHaveLength(COUNT / 2);
  expect(resumed.postings.every(({ skillIds }) => skillIds.includes("java"))).toBe(true);

  await database.db.postingVersion.updateMany({ data: { readingVersion: null } });
  await enrich(processContext(database.db, NOW));
  expect(await readingState(database.db)).toEqual(resumed);
}, 60_000);

/** Reads with a clock that passes the deadline after the first batch. */
async function enrichAfter(wallNow: () => Date): Promise<void> {
  await withRun(worker, IMPORT_RUN, (run) => enrichPostings({ ...worker, wallNow }, run, new Date(1)));
}
