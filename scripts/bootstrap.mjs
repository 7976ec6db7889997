/**
 * Plain Node, no dependency: makes sure that what the pinned lock file names is installed and the database client is
 * generated, then runs a TypeScript entry. Usage: node scripts/bootstrap.mjs ENTRY.ts [ARG …]
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const say = (line) => process.stderr.write(`${line}\n`);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(`Atalaya needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and start again.`);
  process.exit(2);
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const stamps = path.join("node_modules", ".atalaya");
const hashOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
const stampOf = (name) => (existsSync(path.join(stamps, name)) ? readFileSync(path.join(stamps, name), "utf8") : "");
const keepStamp = (name, value) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(path.join(stamps, name), value);
};

function mustRun(command, args, what) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status === 0) return;
  say(
    `${what} did not work (${error?.message ?? `exit code ${status}`}). Look at the lines above, mend it and start again.`,
  );
  process.exit(4);
}

/** Two starts at once must not install over each other: the second waits for the first, and takes over from a dead one. */
function withInstallLock(work) {
  mkdirSync(".atalaya", { recursive: true });
  const lockFile = path.join(".atalaya", "install.lock");
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      break;
    } catch {
      if (isDead(lockFile)) rmSync(lockFile, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  try {
    work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function isDead(lockFile) {
  try {
    const pid = Number(readFileSync(lockFile, "utf8"));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH" || error.code === "ENOENT";
  }
}

const lock = hashOf("package-lock.json");
const isInstalled = () =>
  existsSync(path.join("node_modules", ".package-lock.json")) && ["", lock].includes(stampOf("lock"));
if (!isInstalled()) {
  withInstallLock(() => {
    if (isInstalled()) return;
    say("Installing the pinned dependencies (first start, about a minute) …");
    mustRun(npm, ["ci", "--no-audit", "--no-fund"], "Installing the dependencies");
  });
}
keepStamp("lock", lock);

const schema = hashOf(path.join("prisma", "schema.prisma"));
if (!existsSync(path.join("generated", "prisma", "client.ts")) || stampOf("schema") !== schema) {
  mustRun(
    process.execPath,
    [path.join("node_modules", "prisma", "build", "index.js"), "generate"],
    "Generating the database client",
  );
  keepStamp("schema", schema);
}

const [entry, ...args] = process.argv.slice(2);
// Settings may lie in .env; what the environment says already wins. Tests never read it.
if (existsSync(".env") && !path.basename(entry).startsWith("test")) process.loadEnvFile(".env");
const child = spawn(process.execPath, ["--import", "tsx", path.resolve(entry), ...args], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => child.exitCode === null && signal !== "SIGINT" && child.kill(signal));
child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
