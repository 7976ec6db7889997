import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { importFiles } from "@/lib/services/postings/import-files";
import { withRun } from "@/lib/services/runs/with-run";
import { collectTerms } from "@/lib/services/terms/collect-terms";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { rowsWithNewTerms, writeImportRows } from "@/test/import-files";
import { processContext } from "@/test/pipeline-context";
import { readingState } from "@/test/reading-state";
import { type CliOptions, runCli } from "@/test/run-cli";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-cli-terms-"));
const NOW = new Date("2026-11-20T12:00:00Z");
const COUNT = 300;
const SLOW_MS = 300_000;
let database: TestDatabase;
let fresh: TestDatabase;

const cli = (args: string[], options: CliOptions = {}) =>
  runCli(args, {
    ...options,
    env: { DATABASE_URL: database.url, ATALAYA_HOME: folder, EMBEDDING_PROVIDER: "hash" },
  });
const linesOf = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line): unknown => JSON.parse(line));
/** What a command that was refused said, its progress left out. */
const refused = async (args: string[]) => {
  const { code, stdout, stderr } = await cli(args);
  return { code, stdout, problems: linesOf(stderr).filter((line) => line instanceof Object && "error" in line) };
};

async function importAndRead(db: TestDatabase["db"]): Promise<void> {
  const ctx = processContext(db, NOW);
  await withRun(ctx, IMPORT_RUN, async (run) => {
    await importFiles(ctx, run, [writeImportRows(folder, rowsWithNewTerms(COUNT))]);
    await enrichPostings(ctx, run);
    await collectTerms(ctx, run);
  });
}

beforeAll(async () => {
  [database, fresh] = [await createTestDatabase(), await createTestDatabase()];
  await importAndRead(database.db);
  const seen = { examples: [], postings: 3, firstSeenAt: NOW, lastSeenAt: NOW };
  await database.db.skillCandidate.create({ data: { key: "passion", term: "Passion", ...seen } });
}, SLOW_MS);
afterAll(async () => {
  await Promise.all([database.close(), fresh.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test(
  "skills candidates lists the terms with counts and the words around them, and refuses what it does not know",
  async () => {
    const { code, stdout } = await cli(["skills", "candidates", "--limit", "2"]);
    expect({ code, lines: linesOf(stdout) }).toMatchObject({
      code: 0,
      lines: [
        { key: "quixel", term: "Quixel", postings: 150, employers: 150, state: "open", skill: null },
        { key: "zorblat", examples: [{ term: "Zorblat" }, {}, {}, {}, {}] },
      ],
    });
    for (const args of [
      ["--state", "lost"],
      ["--limit", "some"],
      ["--limit", "0"],
    ])
      expect(await refused(["skills", "candidates", ...args])).toMatchObject({ code: 2, stdout: "" });
  },
  SLOW_MS,
);

test(
  "skills accept, alias and reject refuse with 2 and a reason, and change nothing",
  async () => {
    const accept = ["skills", "accept", "Zorblat", "--kind", "hard", "--family"];
    const cases: [string[], string][] = [
      [["skills", "accept", "Zorblat"], "usage"],
      [["skills", "accept", "Zorblat", "--kind", "magic", "--family", "databases"], "invalid_input"],
      [[...accept, "databases", "--lang", "fr"], "usage"],
      [[...accept, "magic"], "unknown_family"],
      [[...accept, "databases", "--label", "java"], "name_taken"],
      [["skills", "accept", "Unheard", "--kind", "hard", "--family", "databases"], "not_open"],
      [["skills", "alias", "Zorblat"], "usage"],
      [["skills", "alias", "Zorblat", "nothing-here"], "unknown_skill"],
      [["skills", "alias", "Kotlin", "java"], "name_taken"],
      [["skills", "reject", "Unheard"], "not_open"],
      [["skills", "reject", " "], "invalid_input"],
    ];
    for (const [args, error] of cases)
      expect({ args, ...(await refused(args)) }).toMatchObject({ args, code: 2, stdout: "", problems: [{ error }] });
    expect(await database.db.taxonomyAddition.count()).toBe(0);
    expect(await database.db.skillCandidate.count({ where: { state: "open" } })).toBe(3);
  },
  SLOW_MS,
);

const ACCEPT = ["skills", "accept", "zorblat", "--kind", "hard", "--family", "programming-languages"];

test(
  "a decision is answered with one line, stands once, and is listed",
  async () => {
    const answers = [
      [ACCEPT, { term: "zorblat", state: "accepted", id: "zorblat" }],
      [["skills", "alias", "Quixel", "java"], { term: "Quixel", state: "aliased", id: "java" }],
      [["skills", "reject", "Passion"], { term: "Passion", state: "rejected" }],
    ] as const;
    for (const [args, answer] of answers) {
      const { code, stdout } = await cli([...args]);
      expect({ code, lines: linesOf(stdout) }).toEqual({ code: 0, lines: [answer] });
    }
    expect(await refused(ACCEPT)).toMatchObject({ code: 2, problems: [{ error: "name_taken" }] });
    const listed = await cli(["skills", "candidates", "--state", "all"]);
    expect(linesOf(listed.stdout)).toMatchObject([
      { key: "quixel", state: "aliased", skill: "java" },
      { key: "zorblat", state: "accepted", skill: "zorblat" },
      { key: "passion", state: "rejected", skill: null },
    ]);
  },
  SLOW_MS,
);

/** Is fulfilled as soon as some texts are read with what is known now: asked without a pause, so that the rest is not read yet. */
async function someAreRead(old: string | null, over: AbortSignal): Promise<void> {
  while (!over.aborted)
    if ((await database.db.postingVersion.findFirst({ where: { readingVersion: { not: old } } })) !== null) return;
}

test(
  "postings reread, killed in the middle, goes on with what is out of date only and ends as a fresh reading does",
  async () => {
    const { readingVersion: old } = await database.db.postingVersion.findFirstOrThrow();
    const over = new AbortController();
    const killed = await cli(["postings", "reread"], { killWhen: someAreRead(old, over.signal) });
    over.abort();
    expect({ signal: killed.signal, stdout: killed.stdout }).toEqual({ signal: "SIGKILL", stdout: "" });
    const before = await database.db.postingVersion.count({ where: { readingVersion: { not: old } } });
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(COUNT);

    const limited = await cli(["postings", "reread", "--limit", "10"]);
    expect({ code: limited.code, lines: linesOf(limited.stdout) }).toMatchObject({
      code: 0,
      lines: [{ status: "succeeded", read: 10, failed: 0, left: COUNT - before - 10, complete: false }],
    });
    const resumed = await cli(["postings", "reread"]);
    expect(linesOf(resumed.stdout)).toMatchObject([{ read: COUNT - before - 10, left: 0, complete: true }]);
    expect(resumed.stderr).toContain('"progress":"enrich"');
    const again = await cli(["postings", "reread", "--all"]);
    expect(linesOf(again.stdout)).toMatchObject([{ read: 0, left: 0, complete: true }]);
    expect((await cli(["postings", "reread", "--limit", "-1"])).code).toBe(2);

    await fresh.db.taxonomyAddition.createMany({ data: await database.db.taxonomyAddition.findMany() });
    await importAndRead(fresh.db);
    const state = await readingState(database.db);
    expect(state.postings.filter(({ skillIds }) => skillIds.includes("zorblat"))).toHaveLength(COUNT / 2);
    expect(state).toEqual(await readingState(fresh.db));
    const runs = await database.db.run.findMany({ where: { kind: "enrich" }, orderBy: { queuedAt: "asc" } });
    expect(runs.map(({ status }) => status)).toEqual(["interrupted", "succeeded", "succeeded", "succeeded"]);
  },
  SLOW_MS,
);

test(
  "corrections export prints what was taken, or what is asked for, oldest first",
  async () => {
    const version = await database.db.postingVersion.findFirstOrThrow();
    const told = (id: string, state: string, day: number) =>
      database.db.correction.create({
        data: {
          id,
          versionId: version.id,
          field: "seniority",
          shouldBe: "mid",
          state,
          createdAt: new Date(2026, 10, day),
        },
      });
    for (const [id, state, day] of [
      ["b", "taken", 2],
      ["a", "taken", 3],
      ["c", "open", 1],
    ] as const)
      await told(id, state, day);
    const idsOf = async (...args: string[]) => {
      const { code, stdout } = await cli(["corrections", "export", ...args]);
      return [code, ...linesOf(stdout).map((line) => (line instanceof Object && "id" in line ? line.id : null))];
    };
    expect(await idsOf()).toEqual([0, "b", "a"]);
    expect(await idsOf("--state", "all")).toEqual([0, "c", "b", "a"]);
    expect(await refused(["corrections", "export", "--state", "lost"])).toMatchObject({ code: 2, stdout: "" });
  },
  SLOW_MS,
);
