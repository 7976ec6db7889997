import type { BadAddress } from "@/lib/adapters/sources/recognise-address";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { previewAddress, type ReadAddress, readAddress } from "./import-address";
import type { SourceLook } from "./look-at-source";
import { recogniseSource } from "./recognise-source";

/** What is shown of a pasted address; a refusal is one of a closed list, with its words in the interface. */
export type PastedAddress = { kind: "refused"; reason: BadAddress } | { kind: "read"; read: PastedSource };

/** `needsNotice`: nothing is asked of it before its notice is read. */
export type PastedSource = Omit<ReadAddress, "config"> & { source: { id: string; name: string }; needsNotice: boolean };

/** Says what a pasted text is, without asking anybody. */
export async function pasteAddress(ctx: Context, input: { address: string }): Promise<PastedAddress> {
  adminOnly(ctx);
  const reading = recogniseSource(input.address);
  if (reading.kind === "bad_address") return { kind: "refused", reason: reading.reason };
  const { config, ...read } = await readAddress(ctx, input);
  const { id, name } = config;
  const stored = await ctx.db.source.findUnique({ where: { id }, select: { noticeAcceptedAt: true } });
  const needsNotice = read.adapter.hasNotice && (stored?.noticeAcceptedAt ?? null) === null;
  return { kind: "read", read: { ...read, source: { id, name }, needsNotice } };
}

/** What would be read at a pasted address; nothing is kept. Throws as `previewAddress` does. */
export async function previewPasted(ctx: Context, input: { address: string }): Promise<{ look: SourceLook }> {
  const { look } = await previewAddress(ctx, input);
  return { look };
}
