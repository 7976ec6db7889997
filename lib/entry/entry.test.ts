import { expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Logger } from "@/lib/observability/logger";
import { silentLogger } from "@/lib/observability/logger";
import { clientOf, isHttps } from "./client-of";
import { hasCronSecret } from "./cron-secret";
import { formValues } from "./form-values";
import { HOME_PATH, safeNextPath } from "./safe-next-path";
import { isSameOrigin } from "./same-origin";
import { failureStatus, toFailure } from "./to-failure";

test("an expected stop keeps its words; an unknown error keeps them to the log", () => {
  const logged: unknown[] = [];
  const log: Logger = { ...silentLogger, error: (event, fields) => logged.push([event, fields]) };
  expect(toFailure(new AppError("not_found", "It is gone."), log)).toEqual({
    code: "not_found",
    message: "It is gone.",
  });
  const failure = toFailure(new Error("password=hunter2 at db:5432"), log);
  expect(failure.code).toBe("internal");
  expect(failure.message).not.toContain("hunter2");
  expect(failure.reference).toMatch(/^[0-9a-f-]{36}$/);
  expect(logged).toEqual([["request.failed", { reference: failure.reference, error: expect.any(Error) as unknown }]]);
});

test("an internal stop is not shown either", () => {
  expect(toFailure(new AppError("internal", "table users is broken"), silentLogger).message).not.toContain("users");
});

test("input at fault is named field by field", () => {
  const parsed = z
    .object({ a: z.string("a_missing"), b: z.object({ c: z.number("c_bad") }) })
    .safeParse({ b: { c: "x" } });
  expect(toFailure(parsed.error, silentLogger)).toMatchObject({
    code: "invalid_input",
    fields: { a: ["a_missing"], "b.c": ["c_bad"] },
  });
});

test("each code has its status", () => {
  const codes = [
    "invalid_input",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
    "rate_limited",
    "unavailable",
    "internal",
  ] as const;
  expect(codes.map(failureStatus)).toEqual([400, 401, 403, 404, 409, 429, 503, 500]);
});

test.each(["/settings", "/matches?sort=score&q=a%20b", "/postings/abc"])("%s is a page to go on to", (path) => {
  expect(safeNextPath(path)).toBe(path);
});

test.each([
  "https://elsewhere.test/",
  "//elsewhere.test",
  "/\\elsewhere.test",
  "/\t/elsewhere.test",
  "/..//elsewhere.test",
  "javascript:alert(1)",
  "settings",
  "/api/auth/signout",
  "/sign-in?next=/sign-in",
  "/sign-up",
  `/${"a".repeat(3000)}`,
  undefined,
  ["/settings"],
])("%j is not", (raw) => {
  expect(safeNextPath(raw)).toBe(HOME_PATH);
});

test("the cron secret must be there whole", () => {
  expect(hasCronSecret("Bearer sesame", "sesame")).toBe(true);
  for (const header of [null, "", "Bearer", "Bearer ", "Bearer sesam", "Bearer sesame ", "bearer sesame", "sesame"]) {
    expect(hasCronSecret(header, "sesame")).toBe(false);
  }
});

test("a change must come from our own pages", () => {
  const from = (headers: Record<string, string>) =>
    isSameOrigin(new Request("http://here.test/x", { method: "POST", headers }));
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(from({ "sec-fetch-site": "same-site" })).toBe(false);
  expect(from({ origin: "http://here.test", host: "here.test" })).toBe(true);
  expect(from({ origin: "http://elsewhere.test", host: "here.test" })).toBe(false);
  expect(from({ origin: "null", host: "here.test" })).toBe(false);
  expect(from({})).toBe(true);
});

test("the client's address is the nearest proxy's word, not the client's", () => {
  const headers = new Headers({ "x-forwarded-for": "1.1.1.1, 203.0.113.9", "user-agent": "Test" });
  expect(clientOf(headers)).toEqual({ ip: "203.0.113.9", userAgent: "Test" });
  expect(clientOf(new Headers())).toEqual({ ip: "unknown", userAgent: null });
});

test("a connection is encrypted when the app's address or the proxy says so", () => {
  expect(isHttps(new Headers(), "https://here.test")).toBe(true);
  expect(isHttps(new Headers({ "x-forwarded-proto": "https,http" }), "http://here.test")).toBe(true);
  expect(isHttps(new Headers({ "x-forwarded-proto": "http" }), "http://here.test")).toBe(false);
});

test("a form becomes an object, without what React adds and with lists for repeated names", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["a", "1"],
    ["b", "2"],
    ["b", "3"],
    ["$ACTION_ID_x", ""],
  ] as const)
    form.append(name, value);
  expect(formValues(form)).toEqual({ a: "1", b: ["2", "3"] });
});
