import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { parseEnv } from "@/lib/config/env";
import { homeOf } from "@/lib/config/home";
import { ensureDatabase } from "./ensure-database";
import { readLock } from "./lock-file";

const SLOW_MS = 120_000;

test(
  "the end of a database that was started here is told, also when it was killed, and it can be released after",
  async () => {
    const root = mkdtempSync(path.join(tmpdir(), "atalaya-ended-"));
    const home = homeOf(parseEnv({ ATALAYA_HOME: root }));
    try {
      const held = await ensureDatabase(home, "test");
      const pid = readLock(home.lock)?.pid;
      if (pid === undefined) throw new Error("Nobody holds the lock.");
      process.kill(pid, "SIGKILL");
      await held.ended;
      await held.release();
      expect(held.startedHere).toBe(true);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
  SLOW_MS,
);
