import { z } from "zod";
import type { SourceConfigInput } from "../source-config";

/** A board's name in an address: letters, digits and few signs, so that it cannot lead elsewhere. */
export const tenantName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._&+'()-]{0,79}$/u, "the board's name as its address spells it");

/** The employer's name, for boards whose answers do not state it. */
export const companyName = z.string().trim().min(1).max(200).optional();

/** The last part of a source's id: lower-case ASCII, no longer than an id may be. */
function slugOf(words: string): string {
  return words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
}

/** The source of one tenant's board: its id and name from adapter and tenant, politeness for an API that one request reads. */
export function tenantConfig(
  adapter: string,
  tenant: string,
  rest: Pick<SourceConfigInput, "startUrls" | "params"> & { label: string },
): SourceConfigInput {
  const { label, ...config } = rest;
  return {
    id: `${adapter}-${slugOf(tenant) || "board"}`,
    name: `${label}: ${tenant}`.slice(0, 120),
    adapter,
    politeness: { minIntervalMs: 2000 },
    ...config,
  };
}
