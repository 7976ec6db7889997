import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { companyFilter } from "@/lib/core/companies/company-filter";
import { derivedId } from "@/lib/core/kernel/derived-id";
import type { UserContext } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { findPostingsToJoin } from "@/lib/services/postings/find-postings-to-join";
import { importFiles } from "@/lib/services/postings/import-files";
import { withRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { pipelineContext } from "@/test/pipeline-context";
import { getCompany } from "./get-company";
import { listCompanies } from "./list-companies";
import { resolveCompanies } from "./resolve-companies";

const NOW = new Date("2026-11-05T12:00:00Z");
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-company-reads-"));
let database: TestDatabase;
let boss: UserContext;

const row = (id: string, company: string, title = `Boiler attendant ${id}`) => ({
  source: "norte",
  id,
  title,
  company,
  url: `https://board.example.com/${id}`,
  location: Number(id) % 2 === 0 ? "Rosario" : "Quito",
  date: "2026-10-01",
  lang: "en",
  description: `You keep boiler ${id} in order and write the counts in Excel. You read every gauge by hand and call the fitter in time.`,
});

beforeAll(async () => {
  database = await createTestDatabase();
  const ctx = pipelineContext({ db: database.db, now: NOW });
  boss = { ...ctx, actor: { kind: "user", userId: "boss", role: "admin", sessionId: "s" } };
  const many = Array.from({ length: 60 }, (_, at) => row(`${100 + at}`, `Horno número ${at}`));
  const rows = [
    ...Array.from({ length: 12 }, (_, at) =>
      row(`${at}`, at === 0 ? "Lacteos MonteVerde" : "Lácteos Monte Verde S.A."),
    ),
    row("50", "Aurora Recursos Humanos"),
    ...many,
  ];
  const file = path.join(folder, "rows.jsonl");
  writeFileSync(file, rows.map((line) => JSON.stringify(line)).join("\n"));
  await withRun(ctx, IMPORT_RUN, async (run) => {
    await importFiles(ctx, run, [file]);
    await resolveCompanies(ctx, run);
    await enrichPostings(ctx, run);
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

const list = (query: object) => listCompanies(boss, companyFilter.parse(query));

test("the list goes through all companies once, those with most open postings first", async () => {
  const first = await list({});
  expect(first.total).toBe(62);
  expect(first.companies[0]).toMatchObject({ name: "Lácteos Monte Verde S.A.", open: 12, total: 12, kind: "employer" });
  const second = await list({ after: first.next ?? "" });
  expect(second.next).toBeNull();
  expect(new Set([...first.companies, ...second.companies].map(({ id }) => id)).size).toBe(62);
  expect((await list({ after: "tampered" })).companies).toEqual(first.companies);
});

test("a company is found by any of its spellings and by its kind", async () => {
  expect((await list({ q: "MONTEVERDE" })).companies.map(({ name }) => name)).toEqual(["Lácteos Monte Verde S.A."]);
  expect((await list({ kind: "agency" })).companies.map(({ name }) => name)).toEqual(["Aurora Recursos Humanos"]);
  expect(await list({ q: "nobody at all" })).toMatchObject({ companies: [], total: 0, next: null });
});

test("a company's page has its postings, names, places, skills and history", async () => {
  const { id } = (await list({ q: "monte verde" })).companies[0] ?? { id: "" };
  await database.db.posting.updateMany({
    where: { companyId: id, title: { endsWith: " 3" } },
    data: { state: "closed", closedAt: new Date("2026-11-15T12:00:00Z") },
  });
  const page = await getCompany(boss, id);
  expect(page.totals).toMatchObject({ open: 11, total: 12, closed: 1, reposts: 0, medianDays: 10 });
  expect(page.postings).toHaveLength(10);
  const rest = await getCompany(boss, id, page.next);
  expect(rest.postings).toHaveLength(1);
  expect(page.places.map(({ name }) => name).sort()).toEqual(["Quito", "Rosario"]);
  expect(page.spellings.map(({ reason }) => reason).sort()).toEqual(["letters", "suffix"]);
  expect(page.history).toEqual([{ month: "2026-11", opened: 12, closed: 1, partial: true }]);
  expect(page.skills[0]).toMatchObject({ n: 12 });
  expect(page.read).toBe(12);
});

test("a former id and a spelling lead to the company; anything else is not found", async () => {
  const { id } = (await list({ q: "monte verde" })).companies[0] ?? { id: "" };
  for (const former of [derivedId("company", "lacteos monteverde"), "Lacteos MonteVerde"])
    expect((await getCompany(boss, former)).id).toBe(id);
  await expect(getCompany(boss, "nobody")).rejects.toMatchObject({ code: "not_found" });
  await expect(getCompany(boss, "0".repeat(32))).rejects.toMatchObject({ code: "not_found" });
});

test("a posting to join with is found by words, by its address here and by its listing's; never the posting itself", async () => {
  const posting = await database.db.posting.findFirstOrThrow({ where: { title: "Boiler attendant 50" } });
  const found = (q: string, postingId = "other") => findPostingsToJoin(boss, { postingId, q });
  expect((await found("attendant 50")).map(({ id }) => id)).toContain(posting.id);
  for (const address of [
    `https://atalaya.example/postings/${posting.id}?x=1`,
    posting.id,
    "https://board.example.com/50",
  ])
    expect((await found(address)).map(({ id }) => id)).toEqual([posting.id]);
  expect(await found(posting.id, posting.id)).toEqual([]);
  expect(await found("  ")).toEqual([]);
  expect(await found("https://nobody.example.com/1")).toEqual([]);
  const somebody: UserContext = { ...boss, actor: { ...boss.actor, role: "user" } };
  await expect(findPostingsToJoin(somebody, { postingId: "x", q: "a" })).rejects.toThrow();
});
