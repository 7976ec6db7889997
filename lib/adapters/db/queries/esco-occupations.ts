import type { Db, Tx } from "../client";
import { updateRows, writeRows } from "../write-rows";

/** Whether a bundle with occupations was imported. */
export async function hasEscoOccupations(db: Db): Promise<boolean> {
  return (await db.escoConcept.findFirst({ where: { kind: "occupation" }, select: { uri: true } })) !== null;
}

export type WithoutOccupation = { id: string; title: string; lang: string | null };

/** Versions that were read and name no occupation of ours, in the order of their ids. */
export async function findWithoutOccupation(
  db: Db,
  readingVersion: string,
  page: { after: string; take: number },
): Promise<WithoutOccupation[]> {
  return db.$queryRaw<WithoutOccupation[]>`
    SELECT "id", "title", "reading"->>'lang' AS "lang" FROM "PostingVersion"
    WHERE "readingVersion" = ${readingVersion} AND "reading"->'occupation' = 'null'::jsonb AND "id" > ${page.after}
    ORDER BY "id" LIMIT ${page.take}`;
}

/** The imported occupations of some addresses. */
export async function findEscoOccupations(db: Db, uris: readonly string[]) {
  return db.escoConcept.findMany({
    where: { uri: { in: [...uris] } },
    select: { uri: true, isco: true, labelEn: true, labelEs: true, bundle: true },
  });
}

/** An occupation of the imported bundle as a row of its own. */
export type EscoOccupation = {
  id: string;
  isco: string;
  labelEn: string;
  labelEs: string;
  esco: string;
  version: string;
};

/** Parts of a stored reading that are put in place of those that stand there. */
export type OccupationPatch = { id: string; occupation: object; evidence: object[]; ground: object };

/** Writes occupations of the bundle, and the readings of the versions that are for them. */
export async function saveEscoOccupations(
  tx: Tx,
  occupations: readonly EscoOccupation[],
  patches: readonly OccupationPatch[],
): Promise<void> {
  const update = ["isco", "labelEn", "labelEs", "esco", "version"];
  await writeRows(tx, "Occupation", occupations, { key: ["id"], update });
  const stored = await tx.postingVersion.findMany({
    where: { id: { in: patches.map(({ id }) => id) } },
    select: { id: true, reading: true },
  });
  const patchOf = new Map(patches.map((patch) => [patch.id, patch]));
  const rows = stored.flatMap(({ id, reading }) => {
    const patch = patchOf.get(id);
    if (patch === undefined || !isObject(reading)) return [];
    const evidence = { ...partOf(reading, "evidence"), occupation: patch.evidence };
    const grounds = { ...partOf(reading, "grounds"), occupation: patch.ground };
    return [{ id, reading: { ...reading, occupation: patch.occupation, evidence, grounds } }];
  });
  await updateRows(tx, "PostingVersion", rows, ["id"]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function partOf(reading: Record<string, unknown>, name: string): Record<string, unknown> {
  const part = reading[name];
  return isObject(part) ? part : {};
}
