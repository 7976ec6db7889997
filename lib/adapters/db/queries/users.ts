import { Prisma, type User } from "@/generated/prisma/client";
import type { Weights } from "@/lib/core/matching/match-types";
import type { Db, Tx } from "../client";

/** A row of the user table. */
export type { User } from "@/generated/prisma/client";

export type NewUser = {
  id: string;
  email: string;
  name: string | null;
  passwordHash: string | null;
  role: "user" | "admin";
  isDemo: boolean;
  at: Date;
};

/** Lets one transaction at a time decide who comes next; taken before anything else in it, so that it cannot deadlock. */
export async function lockUsers(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`;
}

export function countUsers(db: Tx): Promise<number> {
  return db.user.count();
}

export function countAdmins(db: Tx): Promise<number> {
  return db.user.count({ where: { role: "admin" } });
}

export function findUserByEmail(db: Tx, email: string): Promise<User | null> {
  return db.user.findUnique({ where: { email } });
}

export function findUserById(db: Tx, id: string): Promise<User | null> {
  return db.user.findUnique({ where: { id } });
}

/** The user behind an account at a sign-in provider. */
export async function findUserByAccount(db: Tx, provider: string, providerAccountId: string): Promise<User | null> {
  const account = await db.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    include: { user: true },
  });
  return account?.user ?? null;
}

export async function insertUser(db: Tx, user: NewUser): Promise<void> {
  const { at, ...columns } = user;
  await db.user.create({ data: { ...columns, createdAt: at } });
}

export async function setUserName(db: Tx, id: string, name: string | null): Promise<void> {
  await db.user.update({ where: { id }, data: { name } });
}

export async function setPasswordHash(db: Tx, id: string, passwordHash: string): Promise<void> {
  await db.user.update({ where: { id }, data: { passwordHash } });
}

/** Null goes back to the defaults. */
export async function setUserWeights(db: Tx, id: string, weights: Weights | null): Promise<void> {
  await db.user.update({ where: { id }, data: { weights: weights ?? Prisma.DbNull } });
}

export async function touchUser(db: Tx, id: string, at: Date): Promise<void> {
  await db.user.updateMany({ where: { id }, data: { lastSeenAt: at } });
}

/** Deletes a user and, by the schema's cascades, everything that belongs to them. */
export async function deleteUser(db: Tx, id: string): Promise<void> {
  await db.user.delete({ where: { id } });
}

/** Hashes of the original files that this user's résumés alone refer to. */
export async function listFilesOfUserOnly(db: Tx, userId: string): Promise<string[]> {
  const own = await db.resumeVersion.findMany({ where: { resume: { userId } }, select: { fileHash: true } });
  const hashes = [...new Set(own.map(({ fileHash }) => fileHash))];
  const shared = await db.resumeVersion.findMany({
    where: { fileHash: { in: hashes }, resume: { userId: { not: userId } } },
    select: { fileHash: true },
  });
  const kept = new Set(shared.map(({ fileHash }) => fileHash));
  return hashes.filter((hash) => !kept.has(hash));
}

/** Everything that is kept about one user, without password and token hashes. Null when there is no such user. */
export function findUserWithEverything(db: Db, id: string) {
  return db.user.findUnique({
    where: { id },
    omit: { passwordHash: true },
    include: {
      accounts: { omit: { userId: true } },
      sessions: { omit: { userId: true } },
      apiTokens: { omit: { userId: true, tokenHash: true } },
      resumes: { include: { versions: { orderBy: { number: "asc" } } }, orderBy: { createdAt: "asc" } },
      matches: { orderBy: [{ computedAt: "asc" }, { id: "asc" }] },
      outbox: { omit: { body: true }, orderBy: { createdAt: "asc" } },
      corrections: { omit: { userId: true }, orderBy: { createdAt: "asc" } },
    },
  });
}
