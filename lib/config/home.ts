import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import type { Env } from "./env";

/** Where an installation keeps its things. All paths are absolute. */
export type Home = {
  root: string;
  database: string;
  lock: string;
  files: string;
  raw: string;
  secrets: string;
  build: string;
};

/** The data folder of an installation: `ATALAYA_HOME`, else `.atalaya/data`, or `.atalaya/demo` for the demo. */
export function homeOf(env: Pick<Env, "ATALAYA_HOME" | "ATALAYA_MODE">, cwd: string = process.cwd()): Home {
  const fallback = path.join(".atalaya", env.ATALAYA_MODE === "demo" ? "demo" : "data");
  const root = path.resolve(cwd, env.ATALAYA_HOME ?? fallback);
  return {
    root,
    database: path.join(root, "database"),
    lock: path.join(root, "lock.json"),
    files: path.join(root, "files"),
    raw: path.join(root, "raw"),
    secrets: path.join(root, "secrets.json"),
    build: path.join(root, "build.json"),
  };
}

const secretsSchema = z.object({ auth: z.string().min(32), cron: z.string().min(32) });

/** Keys of an installation; never logged, never shown. */
export type Secrets = z.infer<typeof secretsSchema>;

/** The configured secrets, else those in the data folder, which are made at first start with mode 0600. */
export function loadSecrets(env: Pick<Env, "AUTH_SECRET" | "CRON_SECRET">, home: Home): Secrets {
  const kept = readOrMakeSecrets(home);
  return { auth: env.AUTH_SECRET ?? kept.auth, cron: env.CRON_SECRET ?? kept.cron };
}

function readOrMakeSecrets(home: Home): Secrets {
  mkdirSync(home.root, { recursive: true, mode: 0o700 });
  if (!existsSync(home.secrets)) {
    const made: Secrets = { auth: randomBytes(32).toString("hex"), cron: randomBytes(32).toString("hex") };
    try {
      writeFileSync(home.secrets, JSON.stringify(made), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
  chmodSync(home.secrets, 0o600);
  return secretsSchema.parse(JSON.parse(readFileSync(home.secrets, "utf8")));
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
