import type { Db } from "@/lib/adapters/db/client";

/** Takes away everything that crawls and imports leave behind but their runs, so that a test begins with an empty market. */
export async function clearAcquired(db: Db): Promise<void> {
  await db.listing.deleteMany();
  await db.posting.deleteMany();
  await db.company.deleteMany();
  await db.dedupeDecision.deleteMany();
  await db.runDocument.deleteMany();
  await db.fetchState.deleteMany();
  await db.rawDocument.deleteMany();
  await db.robotsFile.deleteMany();
  await db.source.deleteMany();
  await db.aiCall.deleteMany();
  await db.aiAnswer.deleteMany();
  await db.setting.deleteMany();
}
