import type { Db, Tx } from "../client";
import { updateRows } from "../write-rows";

export type PlaceToResolve = {
  id: string;
  name: string;
  country: string | null;
  region: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
  /** What most postings of that place are read as, where there are any. */
  postingCountry: string | null;
  postingLang: string | null;
};

/** Places by id, with what their postings say of country and language; only those without a country, or all of them. */
export async function findPlacesToResolve(
  db: Db,
  page: { all: boolean; after: string; take: number },
): Promise<PlaceToResolve[]> {
  return db.$queryRaw<PlaceToResolve[]>`
    SELECT l."id", l."name", l."country", l."region", l."city", l."latitude", l."longitude",
      mode() WITHIN GROUP (ORDER BY p."country") AS "postingCountry", mode() WITHIN GROUP (ORDER BY p."lang") AS "postingLang"
    FROM (
      SELECT * FROM "Place" WHERE "id" > ${page.after} AND (${page.all} OR "country" IS NULL) ORDER BY "id" LIMIT ${page.take}
    ) l
    LEFT JOIN "Posting" p ON p."placeId" = l."id"
    GROUP BY l."id", l."name", l."country", l."region", l."city", l."latitude", l."longitude"
    ORDER BY l."id"`;
}

export type ResolvedPlaceRow = Pick<PlaceToResolve, "id" | "country" | "region" | "city" | "latitude" | "longitude">;

export async function savePlaces(tx: Tx, rows: readonly ResolvedPlaceRow[]): Promise<void> {
  await updateRows(tx, "Place", rows, ["id"]);
}

/** Gives the postings that no country could be read for the one of their place, inside the caller's transaction. Returns how many. */
export async function fillPostingCountries(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Posting" AS p SET "country" = l."country" FROM "Place" l
    WHERE p."placeId" = l."id" AND p."country" IS NULL AND l."country" IS NOT NULL`;
}

/** The countries that postings are in, the most frequent first. */
export async function countPostingCountries(db: Db): Promise<{ country: string; postings: number }[]> {
  return db.$queryRaw<{ country: string; postings: number }[]>`
    SELECT "country", count(*)::int AS "postings" FROM "Posting" WHERE "country" IS NOT NULL
    GROUP BY "country" ORDER BY 2 DESC, 1`;
}
