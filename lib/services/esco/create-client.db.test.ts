import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { contextOn } from "@/test/accounts-context";
import { openEscoClient } from "./create-client";

const SKILL = "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001";
let database: TestDatabase;
let server: Server;
let origin = "";
let asked = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  asked = 0;
  server = createServer((request, response) => {
    const isSearch = request.url?.startsWith("/api/search") === true;
    if (isSearch) asked += 1;
    const results = [{ uri: SKILL, title: "teamwork\u0000", className: "Skill" }];
    response.writeHead(isSearch ? 200 : 404, { "content-type": "application/json" });
    response.end(isSearch ? JSON.stringify({ _embedded: { results } }) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const context = (url?: string) =>
  contextOn({ kind: "system", name: "test" }, { db: database.db, env: url === undefined ? {} : { ESCO_API_URL: url } });

test("nobody is asked where no address is configured", () => {
  expect(openEscoClient(context())).toBeNull();
});

test("an answer is kept in the database, outlives the client, and stands in when the service is gone", async () => {
  const query = { text: "teamwork", type: "skill", language: "en" } as const;
  const first = openEscoClient(context(`${origin}/api`));
  expect(await first?.client.search(query)).toMatchObject({ kind: "answer", value: [{ uri: SKILL }] });
  await first?.close();
  server.closeAllConnections();
  server.close();
  const second = openEscoClient(context(`${origin}/api`));
  expect(await second?.client.search(query)).toMatchObject({ kind: "answer", isStale: false });
  await database.db.escoAnswer.updateMany({ data: { fetchedAt: new Date("2020-01-01T00:00:00Z") } });
  expect(await second?.client.search(query)).toMatchObject({ kind: "answer", isStale: true });
  expect(await second?.client.search({ ...query, text: "other" })).toMatchObject({ kind: "unavailable" });
  await second?.close();
  expect(asked).toBe(1);
}, 30_000);

test("a concept that the service does not know is kept as such", async () => {
  const opened = openEscoClient(context(`${origin}/api`));
  const lookup = { uri: SKILL, type: "skill", language: "es" } as const;
  expect(await opened?.client.getResource(lookup)).toEqual({ kind: "not_found" });
  expect(await opened?.client.getResource(lookup)).toEqual({ kind: "not_found" });
  await opened?.close();
});
