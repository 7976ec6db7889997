import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { homeOf, loadSecrets } from "./home";

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "atalaya-home-"));
  made.push(folder);
  return folder;
}

test("demo rows never share a folder with real ones", () => {
  const start = homeOf({ ATALAYA_HOME: undefined, ATALAYA_MODE: "start" }, "/app");
  const demo = homeOf({ ATALAYA_HOME: undefined, ATALAYA_MODE: "demo" }, "/app");
  expect(start.root).toBe("/app/.atalaya/data");
  expect(demo.root).toBe("/app/.atalaya/demo");
});

test("secrets are made once, kept, and readable by their owner only", () => {
  const home = homeOf({ ATALAYA_HOME: scratch(), ATALAYA_MODE: "start" });
  const none = { AUTH_SECRET: undefined, CRON_SECRET: undefined };
  const first = loadSecrets(none, home);
  expect(loadSecrets(none, home)).toEqual(first);
  expect(first.auth).not.toBe(first.cron);
  expect(statSync(home.secrets).mode & 0o777).toBe(0o600);
});

test("a configured secret wins over the kept one", () => {
  const home = homeOf({ ATALAYA_HOME: scratch(), ATALAYA_MODE: "start" });
  const configured = "c".repeat(40);
  expect(loadSecrets({ AUTH_SECRET: configured, CRON_SECRET: undefined }, home).auth).toBe(configured);
});
