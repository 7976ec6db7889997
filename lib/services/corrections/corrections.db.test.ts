import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SystemContext, UserContext } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { storePosting } from "@/test/store-posting";
import { correctionInput } from "./correction-input";
import { decideCorrection } from "./decide-correction";
import { exportCorrections } from "./export-corrections";
import { listCorrections } from "./list-corrections";
import { reportCorrection } from "./report-correction";

const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let ctx: SystemContext;
const as = (role: "user" | "admin"): UserContext => ({
  ...ctx,
  actor: { kind: "user", userId: role, role, sessionId: "s" },
});

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: NOW });
  const { db } = database;
  for (const id of ["user", "admin"])
    await db.user.create({
      data: {
        id,
        email: `${id}@example.test`,
        role: id === "admin" ? "admin" : "user",
        createdAt: NOW,
      },
    });
  const reading = { seniority: "senior", shift: null };
  await storePosting(db, {
    id: "p1",
    at: NOW,
    wordings: [{ id: "v1", contentHash: "hash", structured: {}, reading }],
  });
  await db.skill.create({
    data: { id: "python", kind: "hard", family: "f", labelEn: "Python", labelEs: "Python", taxonomyVersion: "1" },
  });
  await db.postingSkill.create({
    data: { versionId: "v1", skillId: "python", requirement: "mentioned", confidence: 0.9, method: "label" },
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.correction.deleteMany();
  await database.db.rateLimit.deleteMany();
});

const skill = { versionId: "v1", field: "skill", skillId: "python", shouldBe: " it is a snake ", comment: "" };

test("a wrong skill is kept with what had been read, and is in the audit log", async () => {
  const { id } = await reportCorrection(as("user"), correctionInput.parse(skill));
  const { corrections, total } = await listCorrections(as("admin"), "open");
  expect(total).toBe(1);
  expect(corrections[0]).toMatchObject({
    id,
    field: "skill",
    skill: { id: "python" },
    shouldBe: "it is a snake",
    comment: null,
    posting: { id: "p1", title: "Baker" },
  });
  const logged = await database.db.auditLog.findMany({ where: { subject: id } });
  expect(logged.map(({ action, actorId }) => [action, actorId])).toEqual([["correction.reported", "user"]]);
});

test("a wrong fact is kept with its value, one that was not read without", async () => {
  await reportCorrection(as("user"), correctionInput.parse({ versionId: "v1", field: "seniority", shouldBe: "entry" }));
  await reportCorrection(as("user"), correctionInput.parse({ versionId: "v1", field: "shift", shouldBe: "night" }));
  const rows = await database.db.correction.findMany({ orderBy: { field: "asc" } });
  expect(rows.map(({ field, value }) => [field, value])).toEqual([
    ["seniority", "senior"],
    ["shift", null],
  ]);
});

test("what is not there cannot be reported, and a field that nobody reads is refused", async () => {
  const report = (change: object) => reportCorrection(as("user"), correctionInput.parse({ ...skill, ...change }));
  await expect(report({ versionId: "v2" })).rejects.toMatchObject({ code: "not_found" });
  await expect(report({ skillId: "java" })).rejects.toMatchObject({ code: "not_found" });
  expect(correctionInput.safeParse({ versionId: "v1", field: "__proto__" }).success).toBe(false);
  expect(correctionInput.safeParse({ versionId: "v1", field: "skill" }).success).toBe(false);
  expect(correctionInput.safeParse({ ...skill, comment: "x".repeat(1_001) }).success).toBe(false);
});

test("after many reports in an hour the next is refused", async () => {
  for (let count = 0; count < 60; count += 1) await reportCorrection(as("user"), correctionInput.parse(skill));
  await expect(reportCorrection(as("user"), correctionInput.parse(skill))).rejects.toMatchObject({
    code: "rate_limited",
  });
});

test("an administrator takes, dismisses and reopens; what is taken is exported without the person", async () => {
  const { id } = await reportCorrection(as("user"), correctionInput.parse(skill));
  await decideCorrection(as("admin"), { id, state: "taken" });
  expect((await listCorrections(as("admin"), "open")).total).toBe(0);
  const [line] = await exportCorrections(as("admin"), "taken");
  expect(line).toMatchObject({ id, postingId: "p1", versionId: "v1", contentHash: "hash", field: "skill" });
  expect(JSON.stringify(line)).not.toContain("example.test");
  expect(line).not.toHaveProperty("userId");
  await decideCorrection(as("admin"), { id, state: "open" });
  expect((await listCorrections(as("admin"), "open")).total).toBe(1);
  await expect(decideCorrection(as("admin"), { id: "none", state: "taken" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("to other people the list, the decision and the export do not exist", async () => {
  const { id } = await reportCorrection(as("user"), correctionInput.parse(skill));
  const hidden = { code: "not_found" };
  await expect(listCorrections(as("user"), "open")).rejects.toMatchObject(hidden);
  await expect(decideCorrection(as("user"), { id, state: "taken" })).rejects.toMatchObject(hidden);
  await expect(exportCorrections(as("user"), "open")).rejects.toMatchObject(hidden);
});
