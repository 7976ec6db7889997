import type { Account } from "@/generated/prisma/client";
import type { Tx } from "../client";

export async function insertAccount(
  db: Tx,
  account: { provider: string; providerAccountId: string; userId: string; at: Date },
): Promise<void> {
  const { at, ...columns } = account;
  await db.account.create({ data: { ...columns, createdAt: at } });
}

export function listAccountsOfUser(db: Tx, userId: string): Promise<Account[]> {
  return db.account.findMany({ where: { userId }, orderBy: { provider: "asc" } });
}

/** Removes an owner's link to a provider; returns how many rows that was. */
export async function deleteAccountsOfOwner(db: Tx, key: { userId: string; provider: string }): Promise<number> {
  const { count } = await db.account.deleteMany({ where: key });
  return count;
}
