import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "../client";

/** The stored value of a setting, still unparsed; undefined when it was never set. */
export async function findSetting(db: Tx, key: string): Promise<unknown> {
  const row = await db.setting.findUnique({ where: { key } });
  return row?.value;
}

export async function saveSetting(
  db: Tx,
  setting: { key: string; value: Prisma.InputJsonValue; at: Date },
): Promise<void> {
  const { key, value, at } = setting;
  await db.setting.upsert({ where: { key }, create: { key, value, updatedAt: at }, update: { value, updatedAt: at } });
}
