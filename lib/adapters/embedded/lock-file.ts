import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { z } from "zod";

const lockSchema = z.object({
  pid: z.int().positive(),
  /** Kernel start time of the process, where the system tells it: a reused pid is not the same owner. */
  startedTicks: z.string().nullable(),
  token: z.string(),
  purpose: z.string(),
  startedAt: z.string(),
  /** Port of the database socket; null until it listens. */
  port: z.int().nullable(),
});

/** Who owns a data folder. */
export type LockOwner = z.infer<typeof lockSchema>;

/** Another live process owns the data folder. */
export class LockedError extends Error {
  readonly owner: LockOwner;

  constructor(owner: LockOwner) {
    super(
      `This data folder is in use by process ${owner.pid} (${owner.purpose}, since ${owner.startedAt}). Stop it first, or set ATALAYA_HOME to another folder.`,
    );
    this.name = "LockedError";
    this.owner = owner;
  }
}

/** The owner written in the lock file; null when there is none or it cannot be read. */
export function readLock(file: string): LockOwner | null {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether the process that wrote the lock is still running. */
export function isAlive(owner: LockOwner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const ticks = startedTicksOf(owner.pid);
  return owner.startedTicks === null || ticks === null || ticks === owner.startedTicks;
}

/** Field 22 of /proc/PID/stat; null on systems without it. */
function startedTicksOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/**
 * Takes the folder's lock for this process, at once or not at all; the stale lock of a dead process is taken over.
 * Throws `LockedError` when a live process owns it.
 */
export function acquireLock(file: string, purpose: string, now: Date): LockOwner {
  const mine: LockOwner = {
    pid: process.pid,
    startedTicks: startedTicksOf(process.pid),
    token: randomUUID(),
    purpose,
    startedAt: now.toISOString(),
    port: null,
  };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryLink(file, mine)) return mine;
    const owner = readLock(file);
    if (owner !== null && isAlive(owner)) throw new LockedError(owner);
    setAside(file, owner);
  }
  throw new Error(`The lock file ${file} could not be taken.`);
}

/** A hard link either makes the file whole or fails because it is there: no half-written lock can be read. */
function tryLink(file: string, owner: LockOwner): boolean {
  const draft = `${file}.${owner.token}`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a stale lock away by name, and puts it back if somebody else had just replaced it with a live one. */
function setAside(file: string, stale: LockOwner | null): void {
  const aside = `${file}.stale.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readLock(aside);
  if (moved !== null && moved.token !== stale?.token && isAlive(moved)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

/** Writes the port into a lock that this process holds. */
export function publishPort(file: string, mine: LockOwner, port: number): LockOwner {
  const published = { ...mine, port };
  const draft = `${file}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(published), { mode: 0o600 });
  renameSync(draft, file);
  return published;
}

/** Removes the lock if it is still this process's own. */
export function releaseLock(file: string, mine: LockOwner): void {
  if (readLock(file)?.token === mine.token) rmSync(file, { force: true });
}
