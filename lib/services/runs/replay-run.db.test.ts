import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoBoard, startDemoBoard } from "@/demo-board/server";
import { findAdapter } from "@/lib/adapters/sources/registry";
import { placeOf } from "@/lib/adapters/storage/content-store";
import { createFolderStore } from "@/lib/adapters/storage/folder-store";
import type { SystemContext } from "@/lib/services/context/context";
import { runScrape } from "@/lib/services/pipeline/run-daily";
import { runImport } from "@/lib/services/postings/run-import";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { demoRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { diffRuns } from "./diff-runs";
import { findRun } from "./find-runs";
import { getRawDocument } from "./get-raw-document";
import { getRun } from "./get-run";
import { purgeRawDocuments } from "./purge-raw-documents";
import { replayRun, replaySpec } from "./replay-run";
import { requestReplay } from "./request-replay";
import { manifestOf } from "./run-artefacts";
import { verifyRun } from "./verify-run";
import { enqueueRun, withRun } from "./with-run";

const DAYS = ["2026-09-21", "2026-10-21"] as const;
const TODAY = "2026-11-21";
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-replay-test-"));
const raw = createFolderStore(path.join(folder, "raw"));

let database: TestDatabase;
let board: DemoBoard;
let first = "";
let second = "";
let imported = "";

function contextAt(day: string, env: object = {}): SystemContext & { sent: { name: string; payload: object }[] } {
  const world = { SCRAPE_EXEMPT_ORIGIN: board.origin, ...env };
  return { ...pipelineContext({ db: database.db, now: new Date(`${day}T12:00:00Z`), env: world }), raw };
}

const ctx = (env: object = {}) => contextAt(TODAY, env);
const replay = async (id: string) => (await replayRun(ctx(), id, { trigger: "cli" })).result;
const visitor = () => ({ ...ctx(), actor: { kind: "visitor" as const } });

async function crawl(day: string): Promise<string> {
  const at = contextAt(day);
  const config = {
    id: "demo",
    name: "Demo board",
    adapter: "demo",
    startUrls: [`${board.origin}/d/${day}/jobs`],
    params: { detailPaths: ["/d/*/jobs/*", "/d/*/private/*"] },
    politeness: { concurrencyPerHost: 8, minIntervalMs: 0 },
  };
  await ensureSource(at, config, { isDemo: true });
  return (await runScrape(at, "demo", { trigger: "cli" })).runId;
}

/** Puts other bytes in the place of kept ones while `work` goes on. */
async function tampered(hash: string, change: (bytes: Buffer) => Buffer | null, work: () => Promise<void>) {
  const place = placeOf(hash);
  const file = path.join(folder, "raw", place.folder, place.name);
  const kept = readFileSync(file);
  const other = change(kept);
  if (other === null) rmSync(file);
  else writeFileSync(file, other);
  try {
    await work();
  } finally {
    writeFileSync(file, kept);
  }
}

function flipByte(packed: Buffer): Buffer {
  const bytes = gunzipSync(packed);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return gzipSync(bytes);
}

async function someDocument(runId: string) {
  const row = await database.db.runDocument.findFirstOrThrow({
    where: { runId, rawDocument: { listings: { some: {} } } },
    include: { rawDocument: true },
    orderBy: { seq: "asc" },
  });
  return row.rawDocument;
}

beforeAll(async () => {
  database = await createTestDatabase();
  board = await startDemoBoard({ anchor: TODAY });
  first = await crawl(DAYS[0]);
  second = await crawl(DAYS[1]);
  await board.close();
  const file = path.join(folder, "rows.jsonl");
  const rows = demoRows(60);
  writeFileSync(file, `${[...rows, rows[0] ?? "", "{broken", '{"title":""}'].join("\n")}\n`);
  imported = (await runImport(contextAt(DAYS[1]), { files: [file], process: true, embed: false })).runId;
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a replay", () => {
  test("says which adapter has another version than the run was made with", async () => {
    const adapter = findAdapter("demo");
    if (adapter === null) throw new Error("The demo board has an adapter.");
    adapter.version += 1;
    try {
      const versions = [{ name: "adapter demo", then: String(adapter.version - 1), now: String(adapter.version) }];
      expect((await replay(first)).versions).toEqual(versions);
      expect((await replay(imported)).versions).toEqual([]);
    } finally {
      adapter.version -= 1;
    }
  });

  test.each([
    ["a crawl of the demo board", () => first, 100],
    ["a crawl with unchanged pages in it", () => second, 100],
    ["an import", () => imported, 61],
  ])("of %s is identical, without network and without writing to postings", async (_what, id, adverts) => {
    const before = await database.db.posting.findMany({ orderBy: { id: "asc" } });
    const { result, status, runId } = await replayRun(ctx(), id(), { trigger: "cli" });
    expect(result.reasons).toEqual([]);
    expect(result).toMatchObject({ outcome: "identical", findings: [], differences: [], advertsSetAside: 0 });
    expect(result.adverts).toBeGreaterThanOrEqual(adverts);
    expect(result.readings).toBeGreaterThan(30);
    expect(result.stages.map(({ stage, same }) => [stage, same])).toEqual([
      ["documents", true],
      ["parse", true],
      ["postings", true],
      ["enrich", true],
    ]);
    expect(status).toBe("succeeded");
    expect(await database.db.run.findUnique({ where: { id: runId } })).toMatchObject({
      kind: "replay",
      replayOfId: id(),
    });
    expect(await database.db.posting.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  test.each([
    ["crawl", () => first],
    ["import", () => imported],
  ])("of a %s names the document of which one byte was changed", async (_what, id) => {
    const { id: documentId, url, contentHash } = await someDocument(id());
    await tampered(contentHash, flipByte, async () => {
      const result = await replay(id());
      expect(result.outcome).toBe("damaged");
      const finding = result.findings.find((found) => found.id === documentId);
      expect(finding).toMatchObject({ fault: "changed", url, expected: contentHash });
      expect(finding?.found).not.toBe(contentHash);
      expect(result.reasons.some((reason) => reason.includes(documentId) && reason.includes(contentHash))).toBe(true);
      expect(result.advertsSetAside).toBeGreaterThan(0);
      expect(result.differenceCount).toBe(0);
    });
  });

  test("names what is missing or damaged, and a manifest that was changed", async () => {
    const { contentHash } = await someDocument(first);
    await tampered(
      contentHash,
      () => null,
      async () => expect((await replay(first)).findings[0]).toMatchObject({ fault: "missing" }),
    );
    await tampered(
      contentHash,
      () => Buffer.from("no gzip"),
      async () => expect((await replay(first)).findings[0]).toMatchObject({ fault: "damaged" }),
    );
    const manifest = manifestOf(await database.db.run.findUniqueOrThrow({ where: { id: first } }));
    await tampered(manifest?.hash ?? "", flipByte, async () => {
      const result = await replay(first);
      expect(result).toMatchObject({ outcome: "damaged", findings: [{ id: null, fault: "changed" }] });
    });
  });

  test("says first that other versions are the expected reason of what differs", async () => {
    const { taxonomy, knowledge } = ctx();
    const other = { ...taxonomy(), version: "another" };
    const known = { ...knowledge(), version: "another" };
    const world = { ...ctx(), taxonomy: () => other, knowledge: () => known };
    const result = await replayRun(world, first, { trigger: "cli" });
    expect(result.result).toMatchObject({
      outcome: "identical",
      versions: [{ name: "reading" }, { name: "taxonomy", now: "another" }],
    });
    const { createSkillMatcher } = await import("@/lib/core/skills/skill-matcher");
    const emptied = { ...known, matcher: createSkillMatcher([]) };
    const { result: differs, status } = await replayRun({ ...world, knowledge: () => emptied }, first, {
      trigger: "cli",
    });
    expect(differs.outcome).toBe("different");
    expect(differs.reasons[0]).toMatch(/^Differences are to be expected: .*taxonomy .* → another/);
    expect(differs.differences[0]).toMatchObject({ what: "reading_differs" });
    expect(differs.stages.find(({ stage }) => stage === "parse")?.same).toBe(true);
    expect(status).toBe("partial");
  });

  test("is refused for a run that is not there, read nothing, has not ended, or for somebody else", async () => {
    await expect(replay("nope")).rejects.toMatchObject({ code: "not_found" });
    const { runId } = await replayRun(ctx(), imported, { trigger: "cli" });
    await expect(replay(runId)).rejects.toMatchObject({ code: "invalid_input" });
    const queued = await enqueueRun(ctx(), replaySpec(imported, "admin"));
    await expect(replay(queued)).rejects.toMatchObject({ code: "conflict" });
    await expect(verifyRun(ctx(), queued)).rejects.toMatchObject({ code: "conflict" });
    await database.db.run.delete({ where: { id: queued } });
    await expect(replayRun(visitor(), first, { trigger: "cli" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("can be asked for by an administrator and is worked off from the queue", async () => {
    await database.db.user.create({
      data: { id: "ana", email: "ana@example.org", role: "admin", createdAt: new Date() },
    });
    const world = ctx();
    const admin = {
      ...world,
      actor: { kind: "user" as const, userId: "ana", role: "admin" as const, sessionId: "s" },
    };
    const { runId } = await requestReplay(admin, { runId: imported });
    expect(world.sent).toEqual([{ name: "replay", payload: { runId, replayOf: imported } }]);
    await replayRun(world, imported, { trigger: "admin", runId });
    expect(await getRun(admin, runId)).toMatchObject({
      kind: "replay",
      status: "succeeded",
      replayOfId: imported,
      report: { replay: { outcome: "identical" } },
    });
    const user = { ...admin, actor: { ...admin.actor, role: "user" as const } };
    await expect(requestReplay(user, { runId: imported })).rejects.toMatchObject({ code: "forbidden" });
    await expect(requestReplay(admin, { runId: "none" })).rejects.toMatchObject({ code: "not_found" });
    await expect(requestReplay(admin, { runId })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("a verification", () => {
  test("finds nothing wrong with what the runs left", async () => {
    for (const id of [first, second, imported]) {
      const report = await verifyRun(ctx(), id);
      expect(report.findings).toEqual([]);
      expect(report.outcome).toBe("whole");
      expect(report.documents.whole).toBe(report.documents.noted);
      expect(report.adverts).toBeGreaterThan(50);
    }
  });

  test("names a missing manifest, a changed one, a missing and a changed document", async () => {
    const manifest = manifestOf(await database.db.run.findUniqueOrThrow({ where: { id: first } }));
    const { id, contentHash } = await someDocument(first);
    const whats = async () => (await verifyRun(ctx(), first)).findings.map((finding) => finding.what);
    await tampered(
      manifest?.hash ?? "",
      () => null,
      async () => expect(await whats()).toEqual(["manifest_missing"]),
    );
    await tampered(manifest?.hash ?? "", flipByte, async () => expect(await whats()).toContain("manifest_changed"));
    await tampered(contentHash, flipByte, async () =>
      expect((await verifyRun(ctx(), first)).findings).toMatchObject([{ what: "document_changed", id }]),
    );
    await tampered(
      contentHash,
      () => null,
      async () => expect(await whats()).toEqual(["document_missing"]),
    );
  });

  test("names counts that do not add up, a size that is wrong, documents and listings that are gone", async () => {
    const run = await database.db.run.findUniqueOrThrow({ where: { id: imported } });
    const listing = await database.db.listing.findFirstOrThrow({ where: { sourceId: { startsWith: "file:" } } });
    const document = await someDocument(imported);
    await database.db.run.update({
      where: { id: imported },
      data: { counts: { ...Object(run.counts), import: { read: 63, done: 60, failed: 2 } } },
    });
    await database.db.listing.delete({ where: { id: listing.id } });
    await database.db.rawDocument.update({ where: { id: document.id }, data: { bytes: 1 } });
    const noted = await database.db.runDocument.findFirstOrThrow({
      where: { runId: imported, rawDocumentId: { not: document.id } },
    });
    await database.db.runDocument.deleteMany({ where: { runId: imported, seq: noted.seq } });
    const { findings, outcome } = await verifyRun(ctx(), imported);
    expect(outcome).toBe("faulty");
    expect(new Set(findings.map(({ what }) => what))).toEqual(
      new Set(["count_differs", "listing_missing", "document_size", "document_not_noted", "documents_differ"]),
    );
    await database.db.listing.create({ data: { ...listing, parsed: {}, joinDetail: {} } });
    await database.db.rawDocument.update({ where: { id: document.id }, data: { bytes: document.bytes } });
    await database.db.runDocument.create({ data: noted });
    await database.db.run.update({ where: { id: imported }, data: { counts: Object(run.counts) } });
    expect((await verifyRun(ctx(), imported)).outcome).toBe("whole");
  });
});

test("the difference of two crawls names the postings that are new, changed, closed and gone, as the database has them", async () => {
  const diff = await diffRuns(ctx(), first, second);
  const of = (kind: string) => diff.postings.filter((posting) => posting.diff === kind).map(({ posting }) => posting);
  const clock = new Date(`${DAYS[1]}T12:00:00Z`);
  const fresh = await database.db.posting.findMany({ where: { firstSeenAt: clock, isDemo: true } });
  expect(new Set(of("new"))).toEqual(new Set(fresh.map(({ id }) => id)));
  expect(of("new").length).toBeGreaterThan(10);
  expect(of("changed").length).toBeGreaterThan(0);
  const versions = await database.db.postingVersion.findMany({ where: { observedAt: clock } });
  const reworded = new Set(versions.map(({ postingId }) => postingId));
  expect(of("changed").filter((id) => !reworded.has(id))).toEqual([]);
  // An imported row may since have opened one again.
  const closed = await database.db.posting.findMany({
    where: { id: { in: of("closed") }, sourceIds: { equals: ["demo"] } },
  });
  expect(closed.length).toBeGreaterThan(5);
  expect(closed.every(({ state }) => state === "closed")).toBe(true);
  expect(diff.counts.same).toBeGreaterThan(50);
  expect(diff.versions).toEqual([]);
  expect(diff.stages.find(({ stage, counter }) => stage === "postings" && counter === "done")).toMatchObject({
    a: expect.any(Number),
    b: expect.any(Number),
  });
  expect(diff.postings.every(({ title }) => title !== null)).toBe(true);
  const same = await diffRuns(ctx(), first, first);
  expect(same.counts).toMatchObject({ only_in_a: 0, only_in_b: 0, changed: 0 });
  await expect(diffRuns(ctx(), first, "nope")).rejects.toMatchObject({ code: "not_found" });
});

test("the report of a run says what changed since the one before it", async () => {
  const { report, artefacts, schemaVersion } = await findRun(ctx(), second);
  expect(report).toMatchObject({ changes: { since: first, counts: { new: expect.any(Number) } } });
  expect(artefacts).toMatchObject({ manifest: { hash: expect.any(String), lines: expect.any(Number) } });
  expect(schemaVersion).toBe(2);
  expect((await getRun(ctx(), second)).report.changes?.postings.length).toBeGreaterThan(10);
});

test("a raw document is shown as plain text, its beginning only, to administrators", async () => {
  const { id, contentHash } = await someDocument(first);
  const view = await getRawDocument(ctx(), id);
  expect(view).toMatchObject({ id, hash: contentHash, absent: null, truncated: false, status: 200 });
  expect(view.text).toContain("<");
  await tampered(contentHash, flipByte, async () =>
    expect(await getRawDocument(ctx(), id)).toMatchObject({ text: null, absent: "changed" }),
  );
  await expect(getRawDocument(visitor(), id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getRawDocument(ctx(), "nope")).rejects.toMatchObject({ code: "not_found" });
});

describe("retention", () => {
  const spec = { kind: "daily" as const, trigger: "cli" as const, leaseKey: "retention", input: {} };
  const purgeAt = async (day: string, env: object) => {
    const at = contextAt(day, env);
    return (await withRun(at, spec, (run) => purgeRawDocuments(at, run))).result;
  };
  const purged = () => database.db.rawDocument.findMany({ where: { purgedAt: { not: null } } });

  test("keeps what is young, and everything where it is 0", async () => {
    expect(await purgeAt("2027-11-21", { RAW_RETENTION_DAYS: 0 })).toBe(0);
    expect(await purgeAt("2026-11-21", { RAW_RETENTION_DAYS: 180 })).toBe(0);
    expect(await purged()).toEqual([]);
  });

  test("keeps what an open run reads, a snapshot, a listing's last document and shared bytes; the rest goes and is named", async () => {
    await database.db.source.updateMany({ data: { snapshotRunId: null } });
    const needed = new Set([
      ...(await database.db.listing.findMany({ select: { rawDocumentId: true } })).map((row) => row.rawDocumentId),
      ...(
        await database.db.$queryRaw<{ id: string }[]>`
        SELECT v."rawDocumentId" AS id FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"`
      ).map((row) => row.id),
    ]);
    const old = await database.db.runDocument.findMany({
      where: { runId: first, rawDocumentId: { notIn: [...needed] } },
      include: { rawDocument: true },
    });
    expect(old.length).toBeGreaterThan(2);
    await database.db.run.update({ where: { id: first }, data: { status: "running" } });
    await purgeAt("2027-11-21", {});
    expect((await purged()).filter(({ id }) => old.some((row) => row.rawDocumentId === id))).toEqual([]);
    await database.db.run.update({ where: { id: first }, data: { status: "partial" } });
    await database.db.source.updateMany({ where: { id: "demo" }, data: { snapshotRunId: first } });
    await purgeAt("2027-11-21", {});
    expect((await purged()).filter(({ id }) => old.some((row) => row.rawDocumentId === id))).toEqual([]);

    await database.db.source.updateMany({ data: { snapshotRunId: null } });
    const shared = old[0]?.rawDocument;
    if (shared === undefined) throw new Error("There is an old document.");
    await database.db.rawDocument.create({
      data: {
        ...shared,
        provenance: {},
        id: "shared",
        url: "https://young.example/",
        fetchedAt: new Date("2027-11-20"),
      },
    });
    await purgeAt("2027-11-21", {});
    const gone = await purged();
    expect(gone.length).toBeGreaterThan(1);
    expect(gone.some(({ id }) => needed.has(id))).toBe(false);
    expect(gone.some(({ id }) => id === shared.id)).toBe(false);
    expect(await raw.has(shared.contentHash)).toBe(true);
    for (const { contentHash } of gone) expect(await raw.has(contentHash)).toBe(false);

    const result = await replay(first);
    expect(result.outcome).toBe("incomplete");
    expect(result.findings.every(({ fault }) => fault === "purged")).toBe(true);
    expect(result.reasons[0]).toContain("was removed by retention");
    expect(result.differenceCount).toBe(0);
    const verified = await verifyRun(ctx(), first);
    expect(verified.outcome).toBe("whole");
    expect(verified.documents.purged).toBe(verified.findings.length);
    const view = await getRawDocument(ctx(), gone[0]?.id ?? "");
    expect(view).toMatchObject({ text: null, absent: "purged" });
  });
});
