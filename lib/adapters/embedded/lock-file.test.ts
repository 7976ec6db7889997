import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireLock, isAlive, LockedError, publishPort, readLock, releaseLock } from "./lock-file";

const NOW = new Date("2026-11-21T10:00:00Z");
let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "atalaya-lock-"));
  file = path.join(folder, "lock.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a second owner is refused with the first one's pid and purpose", () => {
  acquireLock(file, "start", NOW);
  expect(() => acquireLock(file, "import", NOW)).toThrow(LockedError);
  expect(() => acquireLock(file, "import", NOW)).toThrow(`process ${process.pid} (start`);
});

test("the stale lock of a dead process is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(
    file,
    JSON.stringify({ pid, startedTicks: null, token: "old", purpose: "start", startedAt: NOW.toISOString(), port: 1 }),
  );
  expect(acquireLock(file, "start", NOW).pid).toBe(process.pid);
  expect(readdirSync(folder)).toEqual(["lock.json"]);
});

test("a reused pid does not count as the old owner", async () => {
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 10000)"]);
  await new Promise((resolve) => other.once("spawn", resolve));
  const owner = {
    pid: other.pid ?? 0,
    startedTicks: "1",
    token: "old",
    purpose: "start",
    startedAt: NOW.toISOString(),
    port: 1,
  };
  expect(isAlive(owner)).toBe(!existsSync("/proc/self/stat"));
  other.kill("SIGKILL");
});

test("an unreadable lock does not stop the next start", () => {
  writeFileSync(file, "{ half a li");
  expect(acquireLock(file, "start", NOW).purpose).toBe("start");
});

test("the port is published in place and a release removes only one's own lock", () => {
  const mine = acquireLock(file, "start", NOW);
  publishPort(file, mine, 5555);
  expect(readLock(file)?.port).toBe(5555);
  releaseLock(file, { ...mine, token: "another" });
  expect(existsSync(file)).toBe(true);
  releaseLock(file, mine);
  expect(existsSync(file)).toBe(false);
});
