import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context, SystemContext, UserContext } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { listRates } from "./list-rates";
import { getRatesInForce, listRatesInForce } from "./rates-in-force";
import { importRates, oneRateInput, rateTableInput, setRate } from "./save-rates";

const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let ctx: SystemContext;
const as = (role: "user" | "admin"): UserContext => ({
  ...ctx,
  actor: { kind: "user", userId: role, role, sessionId: "s" },
});
const usdOf = async (currency: string, day?: string) =>
  (await listRatesInForce(ctx, day)).find((rate) => rate.currency === currency)?.usd;
const audited = (action: string, of: Context = ctx) =>
  of.db.auditLog.findMany({ where: { action }, select: { actorId: true, subject: true, detail: true } });

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: NOW });
});
afterAll(() => database.close());

test("without stored rates the packaged ones are in force", async () => {
  const { rates, stored, version } = await listRates(as("admin"));
  expect(stored).toBe(0);
  expect(rates.length).toBeGreaterThanOrEqual(40);
  expect(rates.every(({ isPackaged }) => isPackaged)).toBe(true);
  expect(version).toBe((await getRatesInForce(ctx)).version);
});

test("a stored table is in force from its day on, changes the version, and is in the audit log", async () => {
  const before = await getRatesInForce(ctx);
  const input = { table: "currency,usd\nMXN,0.0541\nEUR,1.16\nXXX,3", day: "2026-11-20", source: "central banks" };
  expect(await importRates(as("admin"), rateTableInput.parse(input))).toEqual({
    saved: 2,
    bad: [{ line: 4, reason: "bad_currency" }],
  });
  expect(await usdOf("MXN")).toBe(0.0541);
  expect(await usdOf("MXN", "2026-11-19")).toBe(before.usd["MXN"]);
  expect((await getRatesInForce(ctx)).version).not.toBe(before.version);
  expect((await getRatesInForce(ctx, "2026-11-19")).version).toBe(before.version);
  expect(await audited("rates.imported")).toEqual([
    { actorId: "admin", subject: null, detail: { rates: 2, newest: "2026-11-20", source: "central banks" } },
  ]);
});

test("one rate can be set, and set again for the same day", async () => {
  const one = { currency: "mxn", usd: "0,0550", day: "2026-11-22", source: "by hand" };
  expect(await setRate(as("admin"), oneRateInput.parse(one))).toEqual({ saved: 1, bad: [] });
  await setRate(as("admin"), oneRateInput.parse({ ...one, usd: "0.056" }));
  expect(await usdOf("MXN")).toBe(0.056);
  expect(await database.db.exchangeRate.count({ where: { currency: "MXN" } })).toBe(2);
  expect((await audited("rates.set")).map(({ subject }) => subject)).toEqual(["MXN", "MXN"]);
  const listed = (await listRates(as("admin"))).rates.find(({ currency }) => currency === "MXN");
  expect(listed).toMatchObject({ day: "2026-11-22", source: "by hand", isPackaged: false });
});

test("what is no rate is answered, and changes and audits nothing", async () => {
  const saved = await audited("rates.set");
  const day = "2026-11-22";
  const reasonOf = async (change: object) => {
    const input = oneRateInput.parse({ currency: "MXN", usd: "0.05", day, source: "by hand", ...change });
    return (await setRate(as("admin"), input)).bad[0]?.reason;
  };
  expect(await reasonOf({ usd: "18.5" })).toBe("upside_down");
  expect(await reasonOf({ usd: "a lot" })).toBe("bad_number");
  expect(await reasonOf({ currency: "XYZ" })).toBe("bad_currency");
  expect(await reasonOf({ day: "2026-11-23" })).toBe("ahead");
  expect(await importRates(ctx, { table: "nothing", day, source: "x" })).toMatchObject({ saved: 0 });
  expect(await audited("rates.set")).toEqual(saved);
  expect(await audited("rates.imported")).toHaveLength(1);
});

test("nobody may pass their numbers off as the packaged ones", () => {
  expect(oneRateInput.safeParse({ currency: "MXN", usd: "1", day: "2026-11-22", source: "packaged" }).success).toBe(
    false,
  );
  expect(rateTableInput.safeParse({ table: "MXN,1", day: "22/11/2026", source: "x" }).success).toBe(false);
});

test("for anybody but an administrator there are no rates to see or change", async () => {
  const one = { currency: "MXN", usd: "0.05", day: "2026-11-22", source: "x" };
  await expect(listRates(as("user"))).rejects.toMatchObject({ code: "not_found" });
  await expect(setRate(as("user"), one)).rejects.toMatchObject({ code: "not_found" });
  await expect(importRates(as("user"), { table: "MXN,0.05", day: "2026-11-22", source: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
});
