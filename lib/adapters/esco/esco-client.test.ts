import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createServer, type Server } from "node:http";
import { createPoliteClient, type PoliteClient } from "@/lib/adapters/http/polite-client";
import { type AnswerStore, createEscoClient, type EscoClient, type KeptAnswer } from "./esco-client";

const SKILL = "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001";
const DAY_MS = 86_400_000;

type Reply = { status: number; body: string };

let server: Server;
let client: PoliteClient;
let esco: EscoClient;
let asked: string[];
let replies: Map<string, Reply>;
let kept: Map<string, KeptAnswer>;
let nowMs: number;

const store: AnswerStore = {
  load: (key) => Promise.resolve(kept.get(key) ?? null),
  save: (key, answer) => {
    kept.set(key, answer);
    return Promise.resolve();
  },
};

const hits = (...titles: string[]) =>
  JSON.stringify({ _embedded: { results: titles.map((title) => ({ uri: SKILL, title, className: "Skill" })) } });
const found = (body: string): Reply => ({ status: 200, body });

beforeEach(async () => {
  [asked, replies, kept, nowMs] = [[], new Map(), new Map(), Date.UTC(2026, 0, 15)];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname !== "/robots.txt") asked.push(url.pathname + url.search);
    const reply = replies.get(url.pathname) ?? { status: 404, body: "" };
    response.writeHead(reply.status, { "content-type": "application/json" }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
  client = createPoliteClient({
    userAgent: "Atalaya/0.1",
    contact: "test@example.org",
    exemptOrigins: [origin],
    politeness: { concurrencyPerHost: 1, minIntervalMs: 0 },
    limits: { timeoutMs: 2_000, maxBytes: 100_000, maxRedirects: 2 },
    now: () => new Date(nowMs),
    random: () => 0,
    sleep: () => Promise.resolve(),
  });
  esco = createEscoClient({ baseUrl: `${origin}/api/`, http: client, store, now: () => new Date(nowMs) });
});
afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  server.close();
});

const search = () => esco.search({ text: "  work  in\nteams ", type: "skill", language: "en", limit: 500 });

describe("a search", () => {
  test("asks once, with its words and a limit within bounds, and gives the kept answer until it is old", async () => {
    replies.set("/api/search", found(hits("work in teams")));
    expect(await search()).toMatchObject({
      kind: "answer",
      isStale: false,
      value: [{ uri: SKILL, label: "work in teams", kind: "skill" }],
    });
    await search();
    expect(asked).toEqual(["/api/search?text=work+in+teams&type=skill&language=en&limit=50"]);
    nowMs += 31 * DAY_MS;
    await search();
    expect(asked).toHaveLength(2);
  });

  test("a service that fails gives the old answer, marked so; without one, the reason", async () => {
    replies.set("/api/search", found(hits("work in teams")));
    await search();
    replies.set("/api/search", { status: 503, body: "" });
    nowMs += 400 * DAY_MS;
    expect(await search()).toMatchObject({ kind: "answer", isStale: true, value: [{ label: "work in teams" }] });
    expect(await esco.search({ text: "other", type: "skill", language: "es" })).toMatchObject({ kind: "unavailable" });
  });

  test("an answer that is no answer is not kept", async () => {
    for (const body of ["<html>busy</html>", "[1]", '{"_embedded":{"results":7}}']) {
      replies.set("/api/search", found(body));
      expect(await search()).toEqual({
        kind: "unavailable",
        reason: "the service answered in a form that is not known",
      });
    }
    expect(kept.size).toBe(0);
  });

  test("hits of another shape are left out; none at all is an answer", async () => {
    replies.set("/api/search", found(JSON.stringify({ _embedded: { results: [{ uri: 7 }, null] } })));
    expect(await search()).toMatchObject({ kind: "answer", value: [] });
  });

  test("no words ask nobody", async () => {
    expect(await esco.search({ text: " ", type: "skill", language: "en" })).toEqual({ kind: "not_found" });
    expect(asked).toEqual([]);
  });
});

describe("a resource", () => {
  const body = JSON.stringify({
    uri: SKILL,
    className: "Skill",
    title: "work in teams",
    preferredLabel: { en: "work in teams", es: "trabajar en equipo" },
    alternativeLabel: { es: ["trabajo en equipo"] },
    description: { es: { literal: "Trabajar con otras personas.", mimetype: "text/plain" } },
  });

  test("comes in the asked language", async () => {
    replies.set("/api/resource/skill", found(body));
    expect(await esco.getResource({ uri: SKILL, type: "skill", language: "es" })).toMatchObject({
      kind: "answer",
      value: {
        uri: SKILL,
        label: "trabajar en equipo",
        altLabels: ["trabajo en equipo"],
        description: "Trabajar con otras personas.",
        isco: null,
      },
    });
  });

  test("one that the service does not know is remembered as such", async () => {
    const ask = () => esco.getResource({ uri: `${SKILL}9`, type: "occupation", language: "en" });
    expect(await ask()).toEqual({ kind: "not_found" });
    expect(await ask()).toEqual({ kind: "not_found" });
    expect(asked).toHaveLength(1);
  });

  test("an occupation has the digits of its group", async () => {
    replies.set("/api/resource/occupation", found(JSON.stringify({ uri: SKILL, title: "keeper", code: "6222.1" })));
    expect(await esco.getResource({ uri: SKILL, type: "occupation", language: "en" })).toMatchObject({
      value: { label: "keeper", isco: "6222", altLabels: [], description: null },
    });
  });
});
