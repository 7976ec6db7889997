import { afterAll, beforeAll, expect, test } from "vitest";
import type { SystemContext } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { findSkillsByName } from "./find-skills-by-name";
import { getCandidatePage, PAGE_SIZE } from "./get-candidate-page";

const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let ctx: SystemContext;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: NOW });
  const words = { before: "with ", term: "Zorblat", after: " and" };
  await database.db.posting.create({
    data: {
      id: "kept",
      title: "Baker",
      firstSeenAt: NOW,
      lastSeenAt: NOW,
      trendAt: NOW,
      contentKey: "k",
      currentVersionId: "v",
      searchText: "baker",
    },
  });
  await database.db.postingAlias.create({ data: { id: "joined", postingId: "kept", createdAt: NOW } });
  const examples = ["joined", "gone"].map((postingId) => ({ postingId, ...words }));
  const seen = { firstSeenAt: NOW, lastSeenAt: NOW };
  await database.db.skillCandidate.createMany({
    data: Array.from({ length: PAGE_SIZE + 1 }, (_, at) => ({
      ...seen,
      key: `zorblat ${String(at).padStart(2, "0")}`,
      term: `Zorblat ${at}`,
      postings: 100 - at,
      examples: { employers: 7, examples },
    })),
  });
});
afterAll(() => database.close());

test("a page has its candidates, how many there are, and examples under the name of the posting of now", async () => {
  const first = await getCandidatePage(ctx, { state: "open", page: 1 });
  expect(first).toMatchObject({ page: 1, pages: 2, tally: { open: PAGE_SIZE + 1, rejected: 0 } });
  expect(first.candidates).toHaveLength(PAGE_SIZE);
  expect(first.candidates[0]).toMatchObject({
    term: "Zorblat 0",
    postings: 100,
    employers: 7,
    examples: [{ before: "with ", posting: { id: "kept", title: "Baker", company: null } }, { posting: null }],
  });
  expect(first.families).toContainEqual(expect.objectContaining({ id: "databases", en: "Databases" }));
});

test("a page past the last is the last, and a state that nothing is in has one empty page", async () => {
  const last = await getCandidatePage(ctx, { state: "open", page: 9 });
  expect([last.page, last.candidates.map(({ term }) => term)]).toEqual([2, [`Zorblat ${PAGE_SIZE}`]]);
  expect(await getCandidatePage(ctx, { state: "aliased", page: 1 })).toMatchObject({ pages: 1, candidates: [] });
});

test("skills are found by any of their names, each once, and by administrators only", async () => {
  const found = findSkillsByName(ctx, "postgr");
  expect(found[0]).toMatchObject({ id: "postgresql", labels: { en: "PostgreSQL" }, family: { en: "Databases" } });
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(findSkillsByName(ctx, " ")).toEqual([]);
  const user = { ...ctx, actor: { kind: "user" as const, userId: "u", role: "user" as const, sessionId: "s" } };
  expect(() => findSkillsByName(user, "java")).toThrow("There is nothing here.");
  await expect(getCandidatePage(user, { state: "open", page: 1 })).rejects.toMatchObject({ code: "not_found" });
});
