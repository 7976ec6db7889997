/** Repeats the database tests on the PostgreSQL server that DATABASE_URL names; it needs pgvector and the right to create databases. */
import { spawnSync } from "node:child_process";
import path from "node:path";

if ((process.env["DATABASE_URL"] ?? "") === "") {
  process.stderr.write(
    "Set DATABASE_URL to a PostgreSQL server with pgvector, for example postgresql://postgres@127.0.0.1:5432/postgres.\n",
  );
  process.exit(2);
}
const vitest = path.join("node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "--project", "db", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
