import { afterAll, beforeAll, expect, test } from "vitest";
import type { Occupation } from "@/lib/core/occupations/occupation-types";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { syncOccupations } from "./sync-occupations";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const KEEPER: Occupation = { id: "lamp-lighter", isco: "9629", esco: null, en: ["lamp lighter"], es: ["farolero"] };

test("the data files' occupations are in the database once, and nothing is written when they all are", async () => {
  expect(await syncOccupations(database)).toBeGreaterThanOrEqual(400);
  expect(await syncOccupations(database)).toBe(0);
});

test("a changed line changes its row, and an occupation that left the files stays", async () => {
  const before = await database.db.occupation.count();
  await syncOccupations(database, [KEEPER]);
  await syncOccupations(database, [{ ...KEEPER, es: ["sereno"], isco: "5414" }]);
  expect(await database.db.occupation.findUnique({ where: { id: KEEPER.id } })).toMatchObject({
    isco: "5414",
    labelEn: "lamp lighter",
    labelEs: "sereno",
  });
  expect(await database.db.occupation.count()).toBe(before + 1);
});
