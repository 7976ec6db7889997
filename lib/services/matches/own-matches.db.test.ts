import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserContext } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { syncSkills } from "@/lib/services/enrichment/sync-skills";
import { embedPostings } from "@/lib/services/embeddings/embed-postings";
import { getOverview } from "@/lib/services/overview/get-overview";
import { importFiles } from "@/lib/services/postings/import-files";
import { deleteResume, purgeDeletedResumes, restoreResume } from "@/lib/services/resumes/delete-resume";
import { getMatchStatus } from "@/lib/services/resumes/get-match-status";
import { getResume } from "@/lib/services/resumes/get-resume";
import { listResumes } from "@/lib/services/resumes/list-resumes";
import { receiveResume, RESUME_MAX_BYTES } from "@/lib/services/resumes/receive-resume";
import { matchNow, requestMatch } from "@/lib/services/resumes/request-match";
import { withRun } from "@/lib/services/runs/with-run";
import { refreshTrends } from "@/lib/services/trends/refresh-trends";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { computeMatchWorth } from "./compute-match-worth";
import { getMatch } from "./get-match";
import { listMatches } from "./list-matches";
import { matchListInput } from "./match-filters";
import { previewMatch } from "./preview-match";

const NOW = new Date("2026-11-21T12:00:00Z");
const POSTINGS = [
  [
    "data-engineer",
    "Data engineer",
    "Requirements:\n- 4 years of experience with Python\n- SQL and PostgreSQL\n- Docker\nNice to have: Kubernetes",
  ],
  ["web-developer", "Web developer", "You must know React, TypeScript and CSS. We work with Docker and Git. Remote."],
  ["cook", "Line cook", "We look for a cook for the evening shift who likes to work in a team."],
] as const;
const RESUME = [
  "Marta Ruiz",
  "marta@example.test",
  "",
  "Experience",
  "Data engineer, Nube Labs, Bogotá",
  "Jan 2020 - Dec 2025",
  "Built pipelines in Python and SQL on PostgreSQL, shipped with Docker.",
  "",
  "Skills",
  "Python, SQL, PostgreSQL, Docker, Git",
].join("\n");

let database: TestDatabase;
let ana: UserContext;
let luz: UserContext;
let resumeId = "";
let versionId = "";

const all = matchListInput.parse({});
const notFound = { code: "not_found" };
const aFile = (text: string, name = "marta.txt") => new File([text], name);

function contextOf(userId: string, role: "user" | "admin" = "user"): UserContext {
  return { ...pipelineContext({ db: database.db, now: NOW }), actor: { kind: "user", userId, role, sessionId: "s" } };
}

async function fillWithPostings(): Promise<void> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "atalaya-test-")), "postings.jsonl");
  const rows = POSTINGS.map(([id, title, description]) =>
    JSON.stringify({ source: "board", id, title, company: `${title} SA`, date: "2026-11-11", lang: "en", description }),
  );
  writeFileSync(file, `${rows.join("\n")}\n`);
  const ctx = pipelineContext({ db: database.db, now: NOW });
  await withRun(ctx, { kind: "import", trigger: "cli", leaseKey: "pipeline", input: {} }, async (run) => {
    await importFiles(ctx, run, [file]);
    await enrichPostings(ctx, run);
    await embedPostings(ctx, run);
    await refreshTrends(ctx, run);
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  for (const id of ["ana", "luz"])
    await database.db.user.create({ data: { id, email: `${id}@example.test`, createdAt: NOW } });
  ana = contextOf("ana");
  luz = contextOf("luz");
  await syncSkills(pipelineContext({ db: database.db, now: NOW }));
  await fillWithPostings();
  const received = await receiveResume(ana, { file: aFile(RESUME) });
  if (received.kind !== "stored") throw new Error(`The résumé was refused: ${received.kind}.`);
  resumeId = received.resumeId;
  versionId = received.match.versionId;
});
afterAll(() => database.close());

test("before it is matched a résumé is waited for, and its list of matches is empty and says why", async () => {
  expect(await getMatchStatus(ana, { versionId, since: null })).toMatchObject({ state: "waiting", matches: 0 });
  const list = await listMatches(ana, all);
  expect(list).toMatchObject({ kept: 0, hasPostings: true, resume: { id: resumeId, matches: 0 } });
  const { needs } = await getOverview(ana, { lastSeenAt: null });
  expect(needs.map(({ kind }) => kind)).toContain("match_waiting");
});

test("matched at once, the best comes first, with its counts and facets", async () => {
  const before = new Date().toISOString();
  expect((await matchNow(ana, { versionId })).matches).toBe(3);
  expect(await getMatchStatus(ana, { versionId, since: before })).toMatchObject({ state: "matched", matches: 3 });
  const list = await listMatches(ana, all);
  expect(list.page.matches[0]?.posting.title).toBe("Data engineer");
  expect(list.page.matches[0]?.posting.openDays).toBe(10);
  expect(list.page.matches[0]?.skills.shown).toBeGreaterThanOrEqual(4);
  expect(list.totalYears).toBeGreaterThan(5);
  expect(list.sourceNames).toEqual({ "file:board": "board" });
  const scores = list.page.matches.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test("a filter leaves what passes it and counts the rest of its choices", async () => {
  const list = await listMatches(ana, matchListInput.parse({ band: "good", workplace: "nonsense" }));
  expect(list.passing).toBeLessThan(list.kept);
  expect(list.page.matches.every(({ score }) => score >= 65)).toBe(true);
  expect(list.facets.source).toEqual([{ value: "file:board", count: list.passing }]);
});

test("a match comes with both texts, and every span of its evidence is those words", async () => {
  const [first] = (await listMatches(ana, all)).page.matches;
  const match = await getMatch(ana, { id: first?.id ?? "" });
  expect(match.resume.text).toContain("Marta Ruiz");
  for (const { posting, resume } of match.evidence) {
    if (posting !== null) expect(match.posting.text.slice(posting.start, posting.end)).toBe(posting.text);
    if (resume !== null) expect(match.resume.text.slice(resume.start, resume.end)).toBe(resume.text);
  }
  expect(match.evidence.find(({ skillId }) => skillId === "python")?.labels).toEqual({ en: "Python", es: "Python" });
  expect(match.posting.listings).toHaveLength(1);
  expect(match.made.inputsHash).toMatch(/^[0-9a-f]{64}$/);
});

test("what a gap is worth is found by scoring again, here and over the other kept matches", async () => {
  const [first] = (await listMatches(ana, all)).page.matches;
  const { resume, posting, weights, score } = await getMatch(ana, { id: first?.id ?? "" });
  const parties = { resumeVersionId: resume.versionId, postingId: posting.id, postingVersionId: posting.versionId };
  const worth = await computeMatchWorth(ana, { ...parties, weights });
  const kubernetes = worth.gaps.find(({ skillId }) => skillId === "kubernetes");
  expect(kubernetes).toMatchObject({ over: { asked: 1 } });
  expect(["missing", "partly"]).toContain(kubernetes?.status);
  expect((kubernetes?.score ?? 0) - (kubernetes?.gain ?? 0)).toBe(score);
  expect(worth).toMatchObject({ kept: 3, floor: 65 });
  await expect(computeMatchWorth(luz, { ...parties, weights })).rejects.toMatchObject(notFound);
});

test("a posting without a kept match is scored as a kept one would be", async () => {
  const [first] = (await listMatches(ana, all)).page.matches;
  const postingId = first?.posting.id ?? "";
  expect(await previewMatch(ana, { postingId, resumeId: null })).toEqual({ kind: "kept", matchId: first?.id });
  await database.db.match.delete({ where: { id: first?.id ?? "" } });
  const preview = await previewMatch(ana, { postingId, resumeId });
  expect(preview).toMatchObject({ kind: "computed", match: { id: null, score: first?.score, parts: first?.parts } });
  expect(await previewMatch(luz, { postingId, resumeId })).toEqual({ kind: "no_resume" });
  await expect(previewMatch(ana, { postingId: "nowhere", resumeId: null })).rejects.toMatchObject(notFound);
  await matchNow(ana, { versionId });
});

test("another user's résumé or match is not there, whatever is asked of it", async () => {
  const [first] = (await listMatches(ana, all)).page.matches;
  await expect(getMatch(luz, { id: first?.id ?? "" })).rejects.toMatchObject(notFound);
  await expect(getResume(luz, { id: resumeId })).rejects.toMatchObject(notFound);
  await expect(getMatchStatus(luz, { versionId, since: null })).rejects.toMatchObject(notFound);
  await expect(requestMatch(luz, { versionId })).rejects.toMatchObject(notFound);
  await expect(matchNow(luz, { versionId })).rejects.toMatchObject(notFound);
  await expect(deleteResume(luz, { id: resumeId })).rejects.toMatchObject(notFound);
  await expect(restoreResume(luz, { id: resumeId })).rejects.toMatchObject(notFound);
  await expect(receiveResume(luz, { file: aFile(RESUME), resumeId })).rejects.toMatchObject(notFound);
  expect(await listResumes(luz)).toEqual([]);
  expect((await listMatches(luz, { ...all, resume: resumeId })).resume).toBeNull();
});

test("the overview counts what is new, shows the best, and draws the demand for the person's own skills", async () => {
  const overview = await getOverview(ana, { lastSeenAt: null });
  expect(overview).toMatchObject({ isFirstRun: false, openPostings: 3, sources: 1, pulse: { asking: 2 } });
  expect(overview.best?.posting.title).toBe("Data engineer");
  expect(overview.listed.areNew).toBe(true);
  expect(overview.trends).toHaveLength(3);
  expect(overview.trends.every(({ n, points }) => n === 3 && points.length === 12)).toBe(true);
  const month = overview.since.getTime() - 30 * 86_400_000;
  expect((await getOverview(ana, { lastSeenAt: new Date(month) })).since).toEqual(new Date(month));
  expect((await getOverview(luz, { lastSeenAt: null })).needs).toEqual([{ kind: "no_resume" }]);
});

test("only an administrator is told of sources that do not work", async () => {
  await database.db.source.updateMany({ data: { consecutiveFailures: 2, lastOutcome: "blocked: a bot check" } });
  const down = { kind: "source_down", sourceId: "file:board", name: "board", status: "blocked", reason: "a bot check" };
  expect((await getOverview(contextOf("ana", "admin"), { lastSeenAt: null })).needs).toContainEqual(down);
  expect((await getOverview(ana, { lastSeenAt: null })).needs).not.toContainEqual(down);
});

test("a new version waits with the matches of the old one still shown, and says so", async () => {
  const received = await receiveResume(ana, { file: aFile(`${RESUME}, Kubernetes`), resumeId });
  expect(received.kind).toBe("stored");
  const list = await listMatches(ana, all);
  expect(list.resume).toMatchObject({ id: resumeId, versionId, isBehind: true });
  const resume = await getResume(ana, { id: resumeId });
  expect([resume.version.number, resume.isNewest]).toEqual([2, true]);
  expect((await getResume(ana, { id: resumeId, version: 1 })).isNewest).toBe(false);
  await expect(getResume(ana, { id: resumeId, version: 9 })).rejects.toMatchObject(notFound);
});

test("a file that cannot be read is an outcome, and nothing is kept of it", async () => {
  const before = (await listResumes(ana)).length;
  expect(await receiveResume(ana, { file: aFile("") })).toEqual({ kind: "empty" });
  expect(await receiveResume(ana, { file: aFile("%PDF-1.7 cut off", "cv.pdf") })).toEqual({ kind: "malformed" });
  const large = new File([new Uint8Array(RESUME_MAX_BYTES + 1)], "large.pdf");
  expect(await receiveResume(ana, { file: large })).toEqual({ kind: "too_large" });
  expect((await listResumes(ana)).length).toBe(before);
});

test("a queue that cannot be reached does not lose the résumé", async () => {
  const alone: UserContext = { ...ana, queue: () => Promise.reject(new Error("down")) };
  const received = await receiveResume(alone, { file: aFile(`${RESUME}\nGo to market`) });
  expect(received).toMatchObject({ kind: "stored", match: { queued: false } });
  if (received.kind === "stored") await deleteResume(ana, { id: received.resumeId });
});

test("a deleted résumé takes its matches out of sight, comes back within the time, and is gone after it", async () => {
  const [first] = (await listMatches(ana, all)).page.matches;
  await deleteResume(ana, { id: resumeId });
  await expect(getMatch(ana, { id: first?.id ?? "" })).rejects.toMatchObject(notFound);
  await expect(deleteResume(ana, { id: resumeId })).rejects.toMatchObject(notFound);
  expect((await restoreResume(ana, { id: resumeId })).id).toBe(resumeId);
  expect((await getMatch(ana, { id: first?.id ?? "" })).id).toBe(first?.id);
  await deleteResume(ana, { id: resumeId });
  const later: UserContext = { ...ana, wallNow: () => new Date(Date.now() + 60_000) };
  await expect(restoreResume(later, { id: resumeId })).rejects.toMatchObject(notFound);
  expect((await purgeDeletedResumes(later)).files).toBe(3);
  expect(await database.db.resumeVersion.count()).toBe(0);
  expect(await database.db.match.count()).toBe(0);
  expect(await database.db.embedding.count({ where: { subject: "resume_version" } })).toBe(0);
});
