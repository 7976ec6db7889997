import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostingFilter, postingFilter } from "@/lib/core/postings/posting-filter";
import { trendQuery } from "@/lib/core/trends/trend-query";
import type { Context, UserContext } from "@/lib/services/context/context";
import { embedPostings } from "@/lib/services/embeddings/embed-postings";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { describeHealth } from "@/lib/services/health/describe-health";
import { getRun } from "@/lib/services/runs/get-run";
import { listRuns, runFilter } from "@/lib/services/runs/list-runs";
import { withRun } from "@/lib/services/runs/with-run";
import { listSources } from "@/lib/services/sources/list-sources";
import { setSourceEnabled } from "@/lib/services/sources/set-source-enabled";
import { getSkill } from "@/lib/services/trends/get-skill";
import { getTrends } from "@/lib/services/trends/get-trends";
import { refreshTrends } from "@/lib/services/trends/refresh-trends";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { pipelineContext } from "@/test/pipeline-context";
import { getPosting } from "./get-posting";
import { importFiles } from "./import-files";
import { listFilterChoices, suggestSkills } from "./list-filter-choices";
import { listPostings } from "./list-postings";

const FIRST = new Date("2026-10-05T12:00:00Z");
const NOW = new Date("2026-11-21T12:00:00Z");
const DATA = "Requirements:\n- 4 years of experience with Python\n- SQL and PostgreSQL\nNice to have: Kubernetes";
const HOSTILE = "<script>alert(1)</script> Buscamos una persona para cocina. Requisitos: inglés y trabajo en equipo.";

const row = (id: string, more: object) => ({ source: "board", id, company: "Norte Labs", lang: "en", ...more });
const EARLIER = [
  row("data", { title: "Data engineer", location: "Bogotá", date: "2026-10-01", description: DATA }),
  row("cook", { title: "Cocinero/a", location: "México", date: "2026-10-02", lang: "es", description: HOSTILE }),
];
const LATER = [
  row("data", { title: "Data engineer", location: "Bogotá", date: "2026-10-01", description: `${DATA}\nAlso: Docker` }),
  ...Array.from({ length: 30 }, (_, n) =>
    row(`web-${n}`, {
      title: `Web developer ${n}`,
      location: "Remote",
      date: "2026-11-11",
      description: `You must know React and TypeScript; SQL helps. Team ${n}. You keep data tidy.`,
    }),
  ),
];

let database: TestDatabase;
let ana: UserContext;
let boss: UserContext;
let importRunId = "";

const filter = (change: Partial<PostingFilter> = {}): PostingFilter => ({ ...postingFilter.parse({}), ...change });
const notFound = { code: "not_found" };

function contextOf(userId: string, role: "user" | "admin"): UserContext {
  return { ...pipelineContext({ db: database.db, now: NOW }), actor: { kind: "user", userId, role, sessionId: "s" } };
}

async function importRows(ctx: Context, rows: readonly object[]): Promise<string> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "atalaya-test-")), "rows.jsonl");
  writeFileSync(file, `${rows.map((one) => JSON.stringify(one)).join("\n")}\n`);
  const { runId } = await withRun(ctx, IMPORT_RUN, async (run) => {
    await importFiles(ctx, run, [file]);
    await enrichPostings(ctx, run);
    await embedPostings(ctx, run);
    await refreshTrends(ctx, run);
    run.failure({ stage: "enrich", reason: "crash", message: "One failed on purpose.", url: "https://example.test/1" });
    run.failure({ stage: "enrich", reason: "crash", message: "And another." });
    await run.flush();
  });
  return runId;
}

async function everyPage(limits: Partial<PostingFilter>): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listPostings(ana, filter({ ...limits, after }));
    ids.push(...page.postings.map((posting) => posting.id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

const titles = async (limits: Partial<PostingFilter>) =>
  (await listPostings(ana, filter(limits))).postings.map((posting) => posting.title);

beforeAll(async () => {
  database = await createTestDatabase();
  for (const id of ["ana", "boss"])
    await database.db.user.create({ data: { id, email: `${id}@example.test`, createdAt: NOW } });
  ana = contextOf("ana", "user");
  boss = contextOf("boss", "admin");
  await importRows(pipelineContext({ db: database.db, now: FIRST }), EARLIER);
  importRunId = await importRows(pipelineContext({ db: database.db, now: NOW }), LATER);
});
afterAll(() => database.close());

describe("the list of postings", () => {
  test("is walked page by page without losing or repeating any, in both orders", async () => {
    for (const limits of [{}, { q: "web developer" }]) {
      const { total } = await listPostings(ana, filter(limits));
      const ids = await everyPage(limits);
      expect(ids).toHaveLength(total);
      expect(new Set(ids).size).toBe(total);
    }
  });

  test("finds folded words and beginnings of the last one, titles before texts", async () => {
    expect(await titles({ q: "data eng" })).toEqual(["Data engineer"]);
    expect((await titles({ q: "data" }))[0]).toBe("Data engineer");
    expect(await titles({ q: "INGLES cocína" })).toEqual(["Cocinero/a"]);
    expect(await titles({ q: "astronaut" })).toEqual([]);
  });

  test.each(["'", "a' OR '1'='1", "\\", "!!! & |", "x:*", "(((", "%_", '\'; DROP TABLE "Posting"; --'])(
    "takes %j as words and nothing else",
    async (q) => {
      await expect(listPostings(ana, filter({ q, place: q, skill: [q], source: [q] }))).resolves.toBeDefined();
    },
  );

  test("is limited by each filter alone", async () => {
    expect(await titles({ place: "bogota" })).toEqual(["Data engineer"]);
    expect(await titles({ lang: ["es"] })).toEqual(["Cocinero/a"]);
    expect(await titles({ skill: ["python", "sql"] })).toEqual(["Data engineer"]);
    expect(await titles({ source: ["nowhere"] })).toEqual([]);
    expect(await titles({ state: "closed" })).toEqual([]);
    expect(await titles({ pay: true })).toEqual([]);
    expect((await listPostings(ana, filter({ posted: "30" }))).total).toBe(30);
    expect((await listPostings(ana, filter({ seen: NOW.toISOString(), until: NOW.toISOString() }))).total).toBe(30);
    expect((await listPostings(ana, filter({ seniority: ["director"], workplace: ["hybrid"] }))).total).toBe(0);
  });

  test("a cursor that was tampered with begins at the top", async () => {
    const top = await listPostings(ana, filter());
    for (const after of ["nonsense", Buffer.from("[1,2]").toString("base64url"), "%%%"])
      expect((await listPostings(ana, filter({ after }))).postings).toEqual(top.postings);
  });

  test("a row tells how long it has been open and the strongest skills first", async () => {
    const [data] = (await listPostings(ana, filter({ q: "data engineer" }))).postings;
    expect(data).toMatchObject({ company: "Norte Labs", place: "Bogotá", state: "open", openDays: 47 });
    expect(data?.skills.map((skill) => skill.id)).toContain("python");
    expect(data?.skillCount).toBeGreaterThan(3);
  });

  test("skills are suggested in either language, and the filter's own are named", async () => {
    expect((await suggestSkills(ana, "pyth"))[0]?.id).toBe("python");
    expect((await suggestSkills(ana, "inglés")).length).toBeGreaterThan(0);
    expect(await suggestSkills(ana, "  ")).toEqual([]);
    const choices = await listFilterChoices(ana, ["sql", "no-such"]);
    expect(choices.skills.map((skill) => skill.id)).toEqual(["sql"]);
    expect(choices.sources.length).toBe(1);
  });
});

describe("a posting", () => {
  const idOf = async (q: string) => (await listPostings(ana, filter({ q }))).postings[0]?.id ?? "";

  test("shows its text, facts with their words, skills with spans, its life and what changed", async () => {
    const posting = await getPosting(ana, await idOf("data engineer"));
    const python = posting.skills.find((skill) => skill.id === "python");
    const [span] = python?.mentions ?? [];
    expect(posting.text.slice(span?.start, span?.end)).toBe("Python");
    expect(python).toMatchObject({ requirement: "required", esco: expect.stringContaining("data.europa.eu/esco") });
    expect(posting.facts?.yearsMin).toBe(4);
    expect(posting.facts?.grounds["yearsMin"]?.confidence).toBeGreaterThan(0);
    expect(posting.facts?.evidence["yearsMin"]?.[0]?.text).toContain("4 years");
    expect(posting.life.map(({ kind }) => kind)).toEqual(["posted", "first_seen", "changed", "last_seen"]);
    expect(posting.changes).toHaveLength(1);
    expect(posting.changes[0]?.text.filter((part) => part.kind === "added").map((part) => part.text.trim())).toEqual([
      "Also: Docker",
    ]);
  });

  test("keeps hostile content as characters", async () => {
    const posting = await getPosting(ana, await idOf("cocinero"));
    expect(posting.text).not.toContain("<script");
  });

  test("names the nearest open postings, not itself", async () => {
    const id = await idOf("web developer 3");
    const { similar } = await getPosting(ana, id);
    expect(similar.length).toBe(6);
    expect(similar.map((other) => other.id)).not.toContain(id);
    const closeness = similar.map((other) => other.similarity);
    expect([...closeness].sort((a, b) => b - a)).toEqual(closeness);
  });

  test("shows a fit to the owner of the résumé only", async () => {
    const id = await idOf("data engineer");
    const version = await database.db.posting.findUniqueOrThrow({ where: { id }, select: { currentVersionId: true } });
    await database.db.resume.create({
      data: { id: "cv", userId: "boss", title: "CV", createdAt: NOW, updatedAt: NOW },
    });
    const file = { fileName: "a.txt", fileType: "txt", fileHash: "h", fileBytes: 1, text: "", blocks: [], profile: {} };
    await database.db.resumeVersion.create({
      data: { id: "cv1", resumeId: "cv", number: 1, ...file, profileVersion: "1", contentHash: "c", createdAt: NOW },
    });
    const scored = { score: 71, band: "good", confidence: 1, parts: {}, evidence: [], weights: {} };
    await database.db.match.create({
      data: {
        id: "m1",
        userId: "boss",
        resumeVersionId: "cv1",
        postingId: id,
        postingVersionId: version.currentVersionId,
        ...scored,
        matchVersion: "1",
        statisticsVersion: "1",
        inputsHash: "i",
        computedAt: NOW,
      },
    });
    expect((await getPosting(boss, id)).fit).toEqual({ matchId: "m1", score: 71, band: "good" });
    expect((await getPosting(ana, id)).fit).toBeNull();
  });

  test("that is not there is not found", async () => {
    await expect(getPosting(ana, "no-such")).rejects.toMatchObject(notFound);
  });
});

describe("trends", () => {
  test("count by month over all sources, with gaps before anything was collected", async () => {
    const trends = await getTrends(ana, trendQuery.parse({ skill: "sql" }));
    expect(trends.n).toBe(32);
    expect(trends.query).toMatchObject({ from: "2025-12", to: "2026-11" });
    const points = trends.series[0]?.points ?? [];
    expect(points.at(0)).toMatchObject({ share: null, n: 0 });
    expect(points.at(-1)).toMatchObject({ bucket: "2026-11", share: 1, n: 30, partial: true });
    expect(points.at(-2)).toMatchObject({ bucket: "2026-10", share: 0.5, n: 2 });
    expect(trends.labels["sql"]?.en).toBe("SQL");
    expect(trends.reporting).toHaveLength(1);
  });

  test("without chosen skills take the ones most asked for, and say why growth is unknown", async () => {
    const trends = await getTrends(ana, trendQuery.parse({}));
    expect(trends.query.skill).toEqual(trends.top.slice(0, 4).map(({ key }) => key));
    expect(trends.top[0]).toMatchObject({ key: "sql", n: 32, growth: { kind: "unknown" } });
  });

  test("by language agree with the cells, bucket by bucket", async () => {
    const all = await getTrends(ana, trendQuery.parse({ skill: "sql" }));
    const english = await getTrends(ana, trendQuery.parse({ skill: "sql", lang: "en" }));
    expect(english.n).toBe(31);
    const inLanguages = all.byLanguage.reduce((sum, part) => sum + part.n, 0);
    expect(inLanguages).toBe(all.n);
    const weekly = await getTrends(ana, trendQuery.parse({ skill: "sql", lang: "en", by: "week" }));
    expect(weekly.n).toBe(31);
  });

  test("at one source, or at one that is not there", async () => {
    const [source] = (await listFilterChoices(ana, [])).sources;
    expect((await getTrends(ana, trendQuery.parse({ skill: "sql", source: source?.id ?? "" }))).n).toBe(32);
    expect((await getTrends(ana, trendQuery.parse({ skill: "sql", source: "nowhere" }))).n).toBe(0);
  });

  test("a skill's page counts who asks for it now", async () => {
    const page = await getSkill(ana, "python");
    expect(page.open).toBe(1);
    expect(page.postings.map((posting) => posting.title)).toEqual(["Data engineer"]);
    expect(page.postings[0]?.strength).toBe("required");
    expect(page.path.length).toBeGreaterThanOrEqual(2);
    expect(page.together.length).toBeGreaterThan(1);
    expect(page.together.every(({ id, share }) => id !== "python" && share === 1)).toBe(true);
    expect(page.demand[0]?.points).toHaveLength(12);
    await expect(getSkill(ana, "no-such-skill")).rejects.toMatchObject(notFound);
  });
});

describe("administration", () => {
  test("does not exist for other people, in the services themselves", async () => {
    const refused = [
      () => listSources(ana),
      () => setSourceEnabled(ana, { sourceId: "board", enabled: false }),
      () => listRuns(ana, runFilter.parse({})),
      () => getRun(ana, importRunId),
      () => describeHealth(ana),
    ];
    for (const ask of refused) await expect(ask()).rejects.toMatchObject(notFound);
  });

  test("a run tells its stages, its failures by reason with one example, and its newest events", async () => {
    const run = await getRun(boss, importRunId);
    expect(run).toMatchObject({ kind: "import", status: "partial", underWay: false, clock: NOW.toISOString() });
    expect(run.stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(["enrich", "embed", "trends"]));
    const crash = run.failures.find(({ reason }) => reason === "crash");
    expect(crash).toEqual({
      stage: "enrich",
      reason: "crash",
      n: 2,
      message: "One failed on purpose.",
      url: "https://example.test/1",
    });
    expect(run.failedItems).toHaveLength(2);
    expect(run.tail.length).toBeGreaterThan(5);
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
    await expect(getRun(boss, "no-such")).rejects.toMatchObject(notFound);
  });

  test("runs are listed newest first and limited by kind", async () => {
    const { runs, next } = await listRuns(boss, runFilter.parse({}));
    expect(runs.map((run) => run.id)[0]).toBe(importRunId);
    expect(runs[0]?.failed).toBe(2);
    expect(next).toBeNull();
    expect((await listRuns(boss, runFilter.parse({ kind: "scrape" }))).runs).toEqual([]);
    const after = `${runs[0]?.queuedAt.toISOString() ?? ""}~${importRunId}`;
    expect((await listRuns(boss, runFilter.parse({ after }))).runs).toHaveLength(runs.length - 1);
    expect((await listRuns(boss, runFilter.parse({ after: "nonsense" }))).runs).toHaveLength(runs.length);
  });

  test("a source is turned off and on, and both are in the audit log", async () => {
    const [source] = await listSources(boss);
    const sourceId = source?.id ?? "";
    expect(source?.open).toBe(32);
    await setSourceEnabled(boss, { sourceId, enabled: false });
    expect((await listSources(boss))[0]).toMatchObject({ enabled: false, state: "off" });
    await setSourceEnabled(boss, { sourceId, enabled: true });
    const log = await database.db.auditLog.findMany({ where: { subject: sourceId }, orderBy: { id: "asc" } });
    expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["source.disabled", "boss"],
      ["source.enabled", "boss"],
    ]);
    await expect(setSourceEnabled(boss, { sourceId: "no-such", enabled: true })).rejects.toMatchObject(notFound);
  });

  test("health figures are counted, not guessed", async () => {
    const figures = await describeHealth(boss);
    expect(figures).toMatchObject({ postings: 32, openPostings: 32, queue: { waiting: 0, running: 0 } });
    expect(figures.embedding.missing).toBe(figures.openPostings - figures.embedding.vectors);
    expect(figures.database.bytes).toBeGreaterThan(0);
    expect(figures.lastRuns.map(({ kind }) => kind)).toEqual(["import"]);
    expect(figures.sources).toEqual({ enabled: 1, failing: 0, lastSuccessAt: NOW });
  });
});
