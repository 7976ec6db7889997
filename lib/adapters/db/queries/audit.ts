import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "../client";

export type AuditEntry = {
  at: Date;
  actorKind: "user" | "system" | "visitor";
  actorId: string | null;
  /** dotted, past tense: user.created */
  action: string;
  subject?: string;
  detail?: Prisma.InputJsonObject;
};

export async function insertAuditEntry(db: Tx, entry: AuditEntry): Promise<void> {
  await db.auditLog.create({ data: entry });
}
