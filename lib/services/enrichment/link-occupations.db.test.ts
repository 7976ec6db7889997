import path from "node:path";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SystemContext } from "@/lib/services/context/context";
import { importEsco } from "@/lib/services/esco/import-esco";
import { getPosting } from "@/lib/services/postings/get-posting";
import { withRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN, importAndRead } from "@/test/import-and-read";
import { pipelineContext } from "@/test/pipeline-context";
import { enrichPostings } from "./enrich-postings";

const BUNDLE = path.join("lib", "adapters", "esco", "fixtures", "bundle-v1.2.0");
const KEEPER = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001";
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-esco-"));
const row = (id: string, title: string, description: string) => ({
  source: "board",
  id,
  title,
  company: `Harbour ${id}`,
  location: "Valparaíso, Chile",
  date: "2026-11-01",
  description,
});
const LIGHT =
  "Every evening the lamp is lit and its lenses are cleaned, and every morning the book of passing ships is filled in.";
const LUZ =
  "Cada tarde se enciende la lámpara y se limpian sus lentes, y cada mañana se anotan los barcos que pasaron.";
const ROWS = [
  row("1", "Lighthouse keeper", `${LIGHT} The tower stands alone.`),
  row("2", "Guardiana de faro - turno noche", `${LUZ} La torre está sola en la isla.`),
  row("3", "Farera", `${LUZ} El faro queda lejos del pueblo.`),
  row(
    "4",
    "Plumber",
    "Mends pipes and taps in the houses of the harbour, and answers calls at night when a pipe bursts.",
  ),
  row(
    "5",
    "Zorblatter",
    "Zorblats all day long with the other zorblatters, and notes down in the evening how much was zorblatted.",
  ),
];

let database: TestDatabase;
let ctx: SystemContext;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: new Date("2026-11-20T12:00:00Z") });
  await importAndRead(ctx, folder, ROWS);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

async function occupations() {
  const postings = await database.db.posting.findMany({ select: { title: true, occupation: true } });
  return new Map(postings.map(({ title, occupation }) => [title, occupation]));
}

test("without an imported bundle a title that is none of our occupations has none", async () => {
  const found = await occupations();
  expect(found.get("Lighthouse keeper")).toBeNull();
  expect(found.get("Plumber")).toMatchObject({ isco: "7126" });
});

test("with one, readings that stand get its occupation by their title, in both languages and genders", async () => {
  await importEsco(ctx, { folder: BUNDLE });
  await withRun(ctx, IMPORT_RUN, (run) => enrichPostings(ctx, run));
  const found = await occupations();
  const keeper = {
    id: "esco:00000000-0000-4000-8000-000000000001",
    isco: "6222",
    esco: KEEPER,
    labelEs: "farero/farera",
  };
  expect(found.get("Lighthouse keeper")).toMatchObject(keeper);
  expect(found.get("Guardiana de faro - turno noche")).toMatchObject(keeper);
  expect(found.get("Farera")).toMatchObject(keeper);
  expect(found.get("Plumber")).toMatchObject({ isco: "7126" });
  expect(found.get("Zorblatter")).toBeNull();
});

test("the posting's page has its label, its link, its words and how it was found", async () => {
  const { id } = await database.db.posting.findFirstOrThrow({ where: { title: "Farera" } });
  const { facts } = await getPosting(
    { ...ctx, actor: { kind: "user", userId: "u", role: "user", sessionId: "s" } },
    id,
  );
  expect(facts?.occupation).toMatchObject({ label: "farero/farera", esco: KEEPER, isco: "6222" });
  expect(facts?.grounds["occupation"]?.method).toBe("esco");
  expect(facts?.evidence["occupation"]).toEqual([{ field: "title", start: 0, end: 6, text: "Farera" }]);
});
