import type { MergeReason } from "@/lib/core/companies/company-facts";
import type { Db, Tx } from "../client";
import { updateRows, writeRows } from "../write-rows";

/** One value that differs whenever names, sites or texts of companies do, or what was made of them. */
export async function companiesState(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    SELECT concat_ws(':',
      (SELECT md5(string_agg(concat_ws(',', "id", "foldedName", "name", "kind"::text, "domain"), ';' ORDER BY "id")) FROM "Company"),
      (SELECT md5(string_agg(concat_ws(',', "foldedName", "companyId"), ';' ORDER BY "foldedName")) FROM "CompanyAlias"),
      (SELECT md5(string_agg(concat_ws(',', "id", "companyId", "currentVersionId"), ';' ORDER BY "id")) FROM "Posting"),
      (SELECT md5(string_agg(concat_ws(',', "id", "postingId", "url", "contentHash"), ';' ORDER BY "id")) FROM "Listing")) AS state`;
  return row?.state ?? "";
}

export async function loadCompanies(db: Db) {
  return db.company.findMany({ include: { aliases: true }, orderBy: { id: "asc" } });
}

export type NamedListing = {
  id: string;
  company: string;
  url: string | null;
  location: string | null;
  postingId: string;
};

/** All listings that name a company, page by page. */
export async function* readNamedListings(db: Db, take: number): AsyncGenerator<NamedListing[]> {
  let after = "";
  for (;;) {
    const rows = await db.$queryRaw<NamedListing[]>`
      SELECT "id", "company", "url", "location", "postingId" FROM "Listing"
      WHERE "id" > ${after} AND "company" IS NOT NULL ORDER BY "id" LIMIT ${take}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

export type CompanyText = { companyId: string; text: string };

/** The newest texts of every company, at most `each` of one, page by page. */
export async function* readCompanyTexts(
  db: Db,
  page: { each: number; characters: number; take: number },
): AsyncGenerator<CompanyText[]> {
  let after = "";
  for (;;) {
    const companies = await db.company.findMany({
      where: { id: { gt: after } },
      select: { id: true },
      orderBy: { id: "asc" },
      take: page.take,
    });
    const last = companies.at(-1);
    if (last === undefined) return;
    yield await db.$queryRaw<CompanyText[]>`
      SELECT c."id" AS "companyId", left(v."text", ${page.characters}) AS "text"
      FROM unnest(${companies.map(({ id }) => id)}::text[]) AS c("id")
      JOIN LATERAL (
        SELECT p."currentVersionId" FROM "Posting" p WHERE p."companyId" = c."id"
        ORDER BY p."firstSeenAt" DESC, p."id" LIMIT ${page.each}
      ) newest ON TRUE
      JOIN "PostingVersion" v ON v."id" = newest."currentVersionId"
      ORDER BY c."id", v."id"`;
    after = last.id;
  }
}

export type AliasRow = { foldedName: string; name: string; companyId: string; reason: string; createdAt: Date };

export type CompanyJoin = {
  into: { id: string; name: string; foldedName: string; createdAt: Date };
  from: readonly { id: string; reason: MergeReason }[];
  aliases: readonly AliasRow[];
};

/** Makes some companies one, inside the caller's transaction: postings and spellings go over, the empty rows go. */
export async function joinCompanies(tx: Tx, { into, from, aliases }: CompanyJoin): Promise<void> {
  const ids = from.map(({ id }) => id);
  await writeRows(tx, "Company", [into], { key: ["id"], update: [] });
  await tx.posting.updateMany({ where: { companyId: { in: ids } }, data: { companyId: into.id } });
  await writeRows(tx, "CompanyAlias", aliases, { key: ["foldedName"], update: ["companyId", "reason"] });
  await tx.companyAlias.updateMany({ where: { companyId: { in: ids } }, data: { companyId: into.id } });
  await tx.company.deleteMany({ where: { id: { in: ids } } });
}

/** Takes companies away that are none, inside the caller's transaction: postings that named them name nobody. */
export async function dropCompanies(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.posting.updateMany({ where: { companyId: { in: [...ids] } }, data: { companyId: null } });
  await tx.company.deleteMany({ where: { id: { in: [...ids] } } });
}

export async function updateCompanies(
  tx: Tx,
  rows: readonly { id: string; name: string; kind: string; domain: string | null }[],
): Promise<void> {
  await updateRows(tx, "Company", rows, ["id"]);
}

/** Ids of companies that no posting stands under. */
export async function findCompaniesWithoutPostings(tx: Tx): Promise<string[]> {
  const rows = await tx.company.findMany({ where: { postings: { none: {} } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Every employer's name that some version of a posting has. */
export async function findVersionCompanies(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ company: string }[]>`
    SELECT DISTINCT "company" FROM "PostingVersion" WHERE "company" IS NOT NULL
    UNION SELECT DISTINCT "company" FROM "Listing" WHERE "company" IS NOT NULL`;
  return rows.map(({ company }) => company);
}
