import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { lookupSkill } from "@/lib/core/skills/lookup-skill";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { createRenewableTaxonomy, KEEP_UP_MS } from "./renewable-taxonomy";

let database: TestDatabase;
let clock = Date.parse("2026-11-22T12:00:00Z");
const now = () => new Date(clock);
const add = (id: string, label: string) =>
  database.db.taxonomyAddition.create({
    data: { id, conceptId: id, isNew: true, label, lang: "en", kind: "hard", family: "databases", addedAt: now() },
  });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a process that begins takes up what was added before with its first look", async () => {
  await add("zorblat", "Zorblat");
  const web = createRenewableTaxonomy(database.db, now);
  expect(lookupSkill(web.taxonomy().matcher, "Zorblat")).toBeNull();
  await Promise.all([web.keepUp(), web.keepUp()]);
  expect(lookupSkill(web.taxonomy().matcher, "Zorblat")?.id).toBe("zorblat");
});

test("one that is up takes an addition of another up half a minute later at most, and asks no more often", async () => {
  const web = createRenewableTaxonomy(database.db, now);
  await web.keepUp();
  const [before, knowledge] = [web.taxonomy(), web.knowledge().version];
  await add("quixel", "Quixel");
  const asked = vi.spyOn(database.db.taxonomyAddition, "aggregate");
  clock += KEEP_UP_MS - 1;
  await web.keepUp();
  expect(asked).not.toHaveBeenCalled();
  expect(web.taxonomy()).toBe(before);
  clock += 1;
  await web.keepUp();
  expect(asked).toHaveBeenCalledOnce();
  expect(lookupSkill(web.taxonomy().matcher, "Quixel")?.id).toBe("quixel");
  expect(web.knowledge().version).not.toBe(knowledge);
});

test("where nothing changed nothing is made anew, and what was taken away is gone", async () => {
  const web = createRenewableTaxonomy(database.db, now);
  await web.keepUp();
  const before = web.taxonomy();
  clock += KEEP_UP_MS;
  await web.keepUp();
  expect(web.taxonomy()).toBe(before);
  await database.db.taxonomyAddition.delete({ where: { id: "quixel" } });
  clock += KEEP_UP_MS;
  await web.keepUp();
  expect(lookupSkill(web.taxonomy().matcher, "Quixel")).toBeNull();
});

test("a look that fails is made again after the same time", async () => {
  const web = createRenewableTaxonomy(database.db, now);
  vi.spyOn(database.db.taxonomyAddition, "aggregate").mockRejectedValueOnce(new Error("gone"));
  await expect(web.keepUp()).rejects.toThrow("gone");
  clock += KEEP_UP_MS;
  await web.keepUp();
  expect(lookupSkill(web.taxonomy().matcher, "Zorblat")?.id).toBe("zorblat");
});
