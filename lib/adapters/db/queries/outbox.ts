import type { OutboxMessage } from "@/generated/prisma/client";
import type { Tx } from "../client";

export type NewMail = {
  id: string;
  userId: string | null;
  recipient: string;
  template: string;
  subject: string;
  body: string;
  at: Date;
};

export async function insertMail(db: Tx, mail: NewMail): Promise<void> {
  const { at, ...columns } = mail;
  await db.outboxMessage.create({ data: { ...columns, channel: "mail", createdAt: at } });
}

/** The newest messages of the whole installation, for its administrator. */
export function listOutbox(db: Tx, limit: number): Promise<OutboxMessage[]> {
  return db.outboxMessage.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: limit });
}
