import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type HostileServer, startServer } from "./fixtures/hostile-server";
import { type LocalProxy, startProxy } from "./fixtures/local-proxy";
import { aClient } from "./fixtures/test-client";

let board: HostileServer;
let proxy: LocalProxy;
const PUBLIC = [{ address: "93.184.216.34", family: 4 }];

beforeEach(async () => {
  board = await startServer({ "/jobs": answer("<html><p>through the tunnel</p></html>") });
  proxy = await startProxy(Number(new URL(board.origin).port));
});
afterEach(async () => {
  await proxy.close();
  await board.close();
});

const through = (answers: typeof PUBLIC, exempt = "http://none.invalid") =>
  aClient(exempt, { proxyUrl: proxy.url, resolve: () => Promise.resolve(answers) }).client;

test("every request goes through the configured proxy, robots.txt included, with the proxy's own log-in", async () => {
  const client = through(PUBLIC);
  expect(await client.get("http://jobs.example.com/jobs")).toMatchObject({ kind: "fetched", status: 200 });
  await client.close();
  expect(board.log.map((line) => [line.path, line.headers.host])).toEqual([
    ["/robots.txt", "jobs.example.com"],
    ["/jobs", "jobs.example.com"],
  ]);
  expect([...new Set(proxy.asked.map((line) => line.target))]).toEqual(["jobs.example.com:80"]);
  expect(proxy.asked[0]?.authorization).toBe(`Basic ${Buffer.from("someone:secret").toString("base64")}`);
});

test.each([
  ["a name that leads to a private address", "http://jobs.example.com/jobs", [{ address: "10.0.0.8", family: 4 }]],
  ["a private literal", "http://192.168.7.7/jobs", PUBLIC],
  ["a private literal in disguise", "http://0x7f000001/jobs", PUBLIC],
])("%s is refused before the proxy is asked", async (_name, url, answers) => {
  const client = through(answers);
  expect(await client.get(url)).toMatchObject({ kind: "refused", refusal: "private_address" });
  await client.close();
  expect(proxy.asked).toEqual([]);
});

test("our own demo board is reached directly", async () => {
  const client = through(PUBLIC, board.origin);
  expect(await client.get(`${board.origin}/jobs`)).toMatchObject({ kind: "fetched" });
  await client.close();
  expect(proxy.asked).toEqual([]);
});

test("a proxy that is down makes the source unavailable, without naming the proxy's log-in", async () => {
  await proxy.close();
  const client = through(PUBLIC);
  const outcome = await client.get("http://jobs.example.com/jobs");
  await client.close();
  expect(outcome.kind).toBe("unavailable");
  expect(JSON.stringify(outcome)).not.toContain("secret");
});
