import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import type { UserContext } from "@/lib/services/context/context";
import { advertPage } from "@/test/advert-page";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { lookAtSource } from "./look-at-source";

const advert = (n: number) =>
  advertPage({
    id: `B-${n}`,
    title: `Beekeeper ${n}`,
    company: "Colmena Sur",
    description: "<p>Look after hives.</p>".repeat(40),
  });
const listing = `<html><body>${Array.from({ length: 9 }, (_, n) => `<a href="/jobs/${n}">Beekeeper ${n}</a>`).join("")}</body></html>`;
const html = { "content-type": "text/html" };

let database: TestDatabase;
let server: Awaited<ReturnType<typeof startServer>>;

const acting = (role: "user" | "admin"): UserContext => ({
  ...pipelineContext({ db: database.db, env: { SCRAPE_EXEMPT_ORIGIN: server.origin } }),
  actor: { kind: "user", userId: role, role, sessionId: "s" },
});
const entry = (more: object = {}) => ({
  id: "hives",
  name: "Hives",
  adapter: "jsonld",
  startUrls: [`${server.origin}/jobs`],
  params: { detailPaths: ["/jobs/*"] },
  politeness: { minIntervalMs: 0 },
  ...more,
});

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({
    "/jobs": answer(listing, html),
    "/jobs/0": answer(advert(0), html),
    "/jobs/1": answer(advert(1), html),
    "/jobs/2": answer("<html><body><p>Nothing to see here, really nothing at all to be read.</p></body></html>", html),
    "/jobs/7": answer(advert(7), html),
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

test("a look shows what would be read and what would go wrong, asks for few pages and keeps nothing", async () => {
  const look = await lookAtSource(acting("admin"), entry());
  expect(look.postings.map(({ title, company, externalId }) => [title, company, externalId])).toEqual([
    ["Beekeeper 0", "Colmena Sur", "B-0"],
    ["Beekeeper 1", "Colmena Sur", "B-1"],
  ]);
  expect(look.postings[0]?.excerpt).toMatch(/^Look after hives\./);
  expect(look.problems).toMatchObject([{ reason: "broken", url: `${server.origin}/jobs/2` }]);
  expect(server.log.map(({ path }) => path)).toEqual(["/robots.txt", "/jobs", "/jobs/0", "/jobs/1", "/jobs/2"]);
  expect(look.requests.map(({ purpose }) => purpose)).toEqual(["robots", "page", "page", "page", "page"]);
  expect(await database.db.rawDocument.count()).toBe(0);
  expect(await database.db.source.count()).toBe(0);
});

test("a look at one address reads that page only", async () => {
  const look = await lookAtSource(acting("admin"), entry(), { urls: [`${server.origin}/jobs/7`] });
  expect(look.postings.map(({ title }) => title)).toEqual(["Beekeeper 7"]);
});

test("a mistake in the entry stops before anything is asked for; a private address is refused as in a crawl", async () => {
  const asked = server.log.length;
  await expect(lookAtSource(acting("admin"), entry({ params: { detailPaths: ["x"] } }))).rejects.toMatchObject({
    code: "invalid_input",
  });
  const look = await lookAtSource(acting("admin"), entry({ startUrls: ["http://169.254.169.254/latest/meta-data"] }));
  expect(look.problems).toMatchObject([{ reason: "refused" }]);
  expect(server.log.length).toBe(asked);
});

test("a source with a notice is not looked at before the notice was read", async () => {
  const linkedin = { id: "linkedin-test", name: "x", adapter: "linkedin", params: { keywords: "data" } };
  await expect(lookAtSource(acting("admin"), linkedin)).rejects.toMatchObject({ code: "invalid_input" });
});

test("only an administrator may look", async () => {
  await expect(lookAtSource(acting("user"), entry())).rejects.toMatchObject({ code: "not_found" });
});
