import type { Db } from "@/lib/adapters/db/client";

type Wording = { id: string; contentHash?: string; structured?: object; reading?: object };

const STRUCTURED = { employmentType: null, workplace: null, salary: null, tags: [], lang: "en" };

/** Stores a baker's posting as it is between two runs, with its wordings in their order; the last one stands. */
export async function storePosting(
  db: Db,
  posting: { id: string; at: Date; wordings: readonly [...Wording[], Wording] },
): Promise<void> {
  const { id: postingId, at, wordings } = posting;
  const seen = { firstSeenAt: at, lastSeenAt: at, trendAt: at };
  const currentVersionId = wordings.at(-1)?.id ?? "";
  await db.posting.create({
    data: { id: postingId, title: "Baker", contentKey: postingId, currentVersionId, searchText: "baker", ...seen },
  });
  await db.postingVersion.createMany({
    data: wordings.map(({ id, contentHash = id, structured = STRUCTURED, ...rest }, index) => ({
      id,
      postingId,
      number: index + 1,
      contentHash,
      title: "Baker",
      text: "Python for bakers, senior.",
      blocks: [],
      textVersion: 1,
      observedAt: at,
      rawDocumentId: "raw",
      structured,
      ...rest,
    })),
  });
}
