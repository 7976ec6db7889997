import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { noteHostRest, takeHostTurn } from "./host-turns";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
});

test("of many that ask for a host at once exactly one has the turn; another host's is free", async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => takeHostTurn(database.db, "a.example", 60_000)));
  expect(asked.filter((wait) => wait === null)).toHaveLength(1);
  for (const wait of asked.filter((one) => one !== null)) {
    expect(wait).toMatchObject({ isRest: false });
    expect(wait.waitMs).toBeGreaterThan(30_000);
    expect(wait.waitMs).toBeLessThanOrEqual(60_000);
  }
  expect(await takeHostTurn(database.db, "b.example", 60_000)).toBeNull();
});

test("two starts keep the longer of the distances that they ask for", async () => {
  expect(await takeHostTurn(database.db, "c.example", 0)).toBeNull();
  expect(await takeHostTurn(database.db, "c.example", 600_000)).toMatchObject({ isRest: false });
  expect(await takeHostTurn(database.db, "c.example", 0)).toBeNull();
});

test("a rest that a host asked for holds for everybody, and a shorter one does not shorten it", async () => {
  await noteHostRest(database.db, "d.example", 3_600_000);
  await noteHostRest(database.db, "d.example", 1000);
  const wait = await takeHostTurn(database.db, "d.example", 0);
  expect(wait?.isRest).toBe(true);
  expect(wait?.waitMs).toBeGreaterThan(3_000_000);
});
