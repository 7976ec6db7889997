import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contextOn } from "@/test/accounts-context";

const SECRET = "a-cron-secret-of-enough-length-0123456789";
const runDaily = vi.hoisted(() => vi.fn());
vi.mock("@/lib/services/pipeline/run-daily", () => ({ runDaily }));
vi.mock("@/lib/services/context/get-app", () => ({
  getApp: () => ({ context: (actor: { kind: "system"; name: string }) => contextOn(actor, { db: {} as never }) }),
  getSecrets: () => ({ auth: "unused", cron: SECRET, encryption: "unused" }),
}));

beforeEach(() => {
  vi.stubEnv("ATALAYA_HOME", mkdtempSync(path.join(tmpdir(), "atalaya-cron-")));
  runDaily.mockReset();
});
afterEach(() => vi.unstubAllEnvs());

async function call(authorization: string | null): Promise<Response> {
  const { GET } = await import("./route");
  const headers = authorization === null ? {} : { authorization };
  return GET(new Request("http://localhost/api/cron/daily", { headers }));
}

test.each([null, "", "Bearer", "Bearer wrong", SECRET, `Basic ${SECRET}`, `Bearer ${SECRET}x`])(
  "%j is refused with 401, and nothing runs",
  async (authorization) => {
    const response = await call(authorization);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "unauthenticated" } });
    expect(runDaily).not.toHaveBeenCalled();
  },
);

test("with the secret one slice of the pipeline runs, bounded by a deadline, and its report is the answer", async () => {
  runDaily.mockResolvedValue({ runId: "run-1", status: "succeeded", result: { complete: true, sources: {} } });
  const before = Date.now();
  const response = await call(`Bearer ${SECRET}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ runId: "run-1", status: "succeeded", complete: true, sources: {} });
  const [ctx, options] = runDaily.mock.calls[0] as [{ actor: unknown }, { trigger: string; deadline: Date }];
  expect(ctx.actor).toEqual({ kind: "system", name: "cron:daily" });
  expect(options.trigger).toBe("cron");
  expect(options.deadline.getTime()).toBeGreaterThan(before);
  expect(options.deadline.getTime()).toBeLessThan(before + 60_000);
});

test("work that another run is doing is a conflict, not a crash", async () => {
  const { AppError } = await import("@/lib/core/kernel/app-error");
  runDaily.mockRejectedValue(new AppError("conflict", "This work is being done already."));
  expect((await call(`Bearer ${SECRET}`)).status).toBe(409);
});
