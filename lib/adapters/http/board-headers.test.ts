import { afterEach, beforeEach, expect, test } from "vitest";
import { boardHeadersOf } from "./board-headers";
import { answer, type HostileServer, startServer } from "./fixtures/hostile-server";
import { aClient } from "./fixtures/test-client";

let server: HostileServer;
beforeEach(async () => {
  server = await startServer({
    "/robots.txt": answer("", {}, 404),
    "/moved": answer("", { location: "/search" }, 307),
    "/search": answer("{}", { "content-type": "application/json" }),
  });
});
afterEach(() => server.close());

test("a board's constant header leaves with the request and its redirects, and not with robots.txt", async () => {
  const post = { body: "{}", contentType: "application/json" };
  await aClient(server.origin).client.get(`${server.origin}/moved`, { post, headers: { "x-site-id": "BMAR" } });
  expect(server.log.map((entry) => [entry.path, entry.headers["x-site-id"]])).toEqual([
    ["/robots.txt", undefined],
    ["/moved", "BMAR"],
    ["/search", "BMAR"],
  ]);
});

test("no header that could say who asks ever leaves, whatever a caller states", () => {
  const stated = {
    "x-site-id": "BMPE",
    "accept-language": "es-AR,es;q=0.9",
    cookie: "session=1",
    authorization: "Bearer x",
    "user-agent": "Mozilla/5.0",
    "x-pre-session-token": "8f0e",
  };
  expect(boardHeadersOf(stated)).toEqual({ "x-site-id": "BMPE", "accept-language": "es-AR,es;q=0.9" });
});

test.each(["", "a\r\nCookie: b", "é", "x".repeat(81)])("the value %j does not leave", (value) => {
  expect(boardHeadersOf({ "x-site-id": value })).toEqual({});
});

test("nothing stated adds nothing", () => {
  expect(boardHeadersOf(undefined)).toEqual({});
});
