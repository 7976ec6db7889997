-- CreateEnum
CREATE TYPE "DedupeVerdict" AS ENUM ('same', 'different');

-- CreateEnum
CREATE TYPE "CompanyKind" AS ENUM ('employer', 'agency');

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "noticeAcceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "noticeAcceptedById" TEXT,
ADD COLUMN     "snapshotRunId" TEXT;

-- AlterTable
ALTER TABLE "RawDocument" ADD COLUMN     "purgedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Listing" ADD COLUMN     "joinDetail" JSONB,
ADD COLUMN     "missedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Company" ADD COLUMN     "domain" TEXT,
ADD COLUMN     "kind" "CompanyKind" NOT NULL DEFAULT 'employer';

-- AlterTable
ALTER TABLE "Posting" ADD COLUMN     "placeIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "refreshedCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reopenedCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "PostingVersion" ADD COLUMN     "listingId" TEXT;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "artefacts" JSONB,
ADD COLUMN     "replayOfId" TEXT,
ALTER COLUMN "schemaVersion" SET DEFAULT 2;

-- CreateTable
CREATE TABLE "RobotsFile" (
    "origin" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RobotsFile_pkey" PRIMARY KEY ("origin")
);

-- CreateTable
CREATE TABLE "ListingFingerprint" (
    "listingId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "keys" TEXT[],
    "data" JSONB NOT NULL,

    CONSTRAINT "ListingFingerprint_pkey" PRIMARY KEY ("listingId")
);

-- CreateTable
CREATE TABLE "DedupeDecision" (
    "id" TEXT NOT NULL,
    "listingAId" TEXT NOT NULL,
    "listingBId" TEXT NOT NULL,
    "verdict" "DedupeVerdict" NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DedupeDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanyAlias" (
    "foldedName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CompanyAlias_pkey" PRIMARY KEY ("foldedName")
);

-- CreateTable
CREATE TABLE "PostingAlias" (
    "id" TEXT NOT NULL,
    "postingId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PostingAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunDocument" (
    "runId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "sourceId" TEXT NOT NULL,
    "rawDocumentId" TEXT NOT NULL,
    "listingUrl" TEXT,
    "how" TEXT NOT NULL,

    CONSTRAINT "RunDocument_pkey" PRIMARY KEY ("runId","seq")
);

-- CreateTable
CREATE TABLE "AiAnswer" (
    "key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "promptVersion" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AiAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "ListingFingerprint_keys_idx" ON "ListingFingerprint" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "DedupeDecision_listingBId_idx" ON "DedupeDecision"("listingBId");

-- CreateIndex
CREATE UNIQUE INDEX "DedupeDecision_listingAId_listingBId_key" ON "DedupeDecision"("listingAId", "listingBId");

-- CreateIndex
CREATE INDEX "CompanyAlias_companyId_idx" ON "CompanyAlias"("companyId");

-- CreateIndex
CREATE INDEX "PostingAlias_postingId_idx" ON "PostingAlias"("postingId");

-- CreateIndex
CREATE INDEX "RunDocument_rawDocumentId_idx" ON "RunDocument"("rawDocumentId");

-- CreateIndex
CREATE INDEX "Posting_placeIds_idx" ON "Posting" USING GIN ("placeIds");

-- CreateIndex
CREATE INDEX "PostingVersion_listingId_idx" ON "PostingVersion"("listingId");

-- AddForeignKey
ALTER TABLE "ListingFingerprint" ADD CONSTRAINT "ListingFingerprint_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyAlias" ADD CONSTRAINT "CompanyAlias_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostingAlias" ADD CONSTRAINT "PostingAlias_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunDocument" ADD CONSTRAINT "RunDocument_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunDocument" ADD CONSTRAINT "RunDocument_rawDocumentId_fkey" FOREIGN KEY ("rawDocumentId") REFERENCES "RawDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What older rows say already: their one place, and which listing worded a version.
UPDATE "Posting" SET "placeIds" = ARRAY["placeId"] WHERE "placeId" IS NOT NULL;
UPDATE "PostingVersion" v SET "listingId" = (
  SELECT l."id" FROM "Listing" l WHERE l."postingId" = v."postingId"
  ORDER BY (l."contentHash" = v."contentHash") DESC, l."firstSeenAt", l."id" LIMIT 1
);
INSERT INTO "CompanyAlias" ("foldedName", "name", "companyId", "reason", "createdAt")
SELECT "foldedName", "name", "id", 'same_name', "createdAt" FROM "Company";
