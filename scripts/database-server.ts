/**
 * Owns one data folder: takes its lock, opens the embedded database and serves it on the loopback interface.
 * Goes down in order once its standard input has closed (its starter ended) and nobody is connected any more.
 * Usage: database-server.ts HOME_FOLDER PURPOSE
 */
import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { acquireLock, LockedError, publishPort, releaseLock } from "@/lib/adapters/embedded/lock-file";
import { serveDatabase } from "@/lib/adapters/embedded/serve-database";
import { homeOf } from "@/lib/config/home";

const [root, purpose = "database"] = process.argv.slice(2);
if (root === undefined) {
  process.stderr.write("Usage: database-server.ts HOME_FOLDER PURPOSE\n");
  process.exit(2);
}
const home = homeOf({ ATALAYA_HOME: root, ATALAYA_MODE: "start" });
mkdirSync(home.root, { recursive: true, mode: 0o700 });

const starterEnded = new Promise<void>((resolve) => {
  process.stdin
    .resume()
    .once("end", resolve)
    .once("close", resolve)
    .once("error", () => resolve());
  process.once("SIGTERM", () => resolve());
});
process.on("SIGINT", () => undefined); // Ctrl-C reaches the whole group; the starter decides when to stop.

try {
  const lock = acquireLock(home.lock, purpose, new Date());
  try {
    const served = await serveDatabase({ folder: home.database });
    publishPort(home.lock, lock, served.port);
    await starterEnded;
    for (let calm = 0; calm < 3; ) {
      calm = served.connections() === 0 ? calm + 1 : 0;
      await sleep(100);
    }
    await served.close();
  } finally {
    releaseLock(home.lock, lock);
  }
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof LockedError ? error.message : String(error)}\n`);
  process.exit(error instanceof LockedError ? 3 : 4);
}
