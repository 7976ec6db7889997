import { loadOccupations } from "@/lib/adapters/occupations/load-occupations";
import { writeRows } from "@/lib/adapters/db/write-rows";
import { sha256 } from "@/lib/core/kernel/hash";
import type { Occupation } from "@/lib/core/occupations/occupation-types";
import type { Context } from "@/lib/services/context/context";

/** Changes whenever a line of the data files does. */
export function occupationsVersion(occupations: readonly Occupation[]): string {
  return sha256(JSON.stringify(occupations)).slice(0, 12);
}

/**
 * Brings the occupations of the database up to the data files; those that left the files stay, for old rows. Returns how many rows were
 * written: none where all stand already.
 */
export async function syncOccupations(
  ctx: Pick<Context, "db">,
  occupations: readonly Occupation[] = loadOccupations(),
): Promise<number> {
  const version = occupationsVersion(occupations);
  const current = await ctx.db.occupation.count({ where: { version } });
  if (current === occupations.length) return 0;
  const rows = occupations.map(({ id, isco, esco, en, es }) => ({
    id,
    isco,
    labelEn: en[0] ?? id,
    labelEs: es[0] ?? en[0] ?? id,
    esco,
    version,
  }));
  const update = ["isco", "labelEn", "labelEs", "esco", "version"];
  return writeRows(ctx.db, "Occupation", rows, { key: ["id"], update });
}
