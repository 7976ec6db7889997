import { type AuditEntry, insertAuditEntry } from "@/lib/adapters/db/queries/audit";
import type { Tx } from "@/lib/adapters/db/client";
import type { Actor, Context } from "@/lib/services/context/context";

type What = Pick<AuditEntry, "action" | "subject" | "detail">;

function whoIs(actor: Actor): Pick<AuditEntry, "actorKind" | "actorId"> {
  switch (actor.kind) {
    case "user":
      return { actorKind: "user", actorId: actor.userId };
    case "system":
      return { actorKind: "system", actorId: actor.name };
    case "visitor":
      return { actorKind: "visitor", actorId: null };
  }
}

/** Writes down who did what; inside the transaction of the deed, so that neither stands without the other. */
export function audit(ctx: Context, db: Tx, what: What): Promise<void> {
  return insertAuditEntry(db, { at: ctx.wallNow(), ...whoIs(ctx.actor), ...what });
}
