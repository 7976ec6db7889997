import { listOutbox as listRows } from "@/lib/adapters/db/queries/outbox";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";

/** A mail as it lies in the outbox. */
export type MailView = {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  createdAt: Date;
  sentAt: Date | null;
};

const SHOWN_MAX = 100;

/** The newest hundred mails of the installation. Throws `not_found` for anyone but an administrator: their links open accounts. */
export async function listOutbox(ctx: UserContext): Promise<MailView[]> {
  if (ctx.actor.role !== "admin") throw new AppError("not_found", "There is nothing here.");
  const rows = await listRows(ctx.db, SHOWN_MAX);
  return rows.map(({ id, recipient, subject, body, createdAt, sentAt }) => ({
    id,
    recipient,
    subject,
    body,
    createdAt,
    sentAt,
  }));
}
