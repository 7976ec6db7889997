-- CreateEnum
CREATE TYPE "CandidateState" AS ENUM ('open', 'accepted', 'aliased', 'rejected');

-- AlterTable
ALTER TABLE "Posting" ADD COLUMN     "eligibility" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "occupationId" TEXT,
ADD COLUMN     "salaryAnnualUsd" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "PostingVersion" ADD COLUMN     "aiReading" JSONB,
ADD COLUMN     "aiVersion" TEXT;

-- CreateTable
CREATE TABLE "Occupation" (
    "id" TEXT NOT NULL,
    "isco" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "labelEs" TEXT NOT NULL,
    "esco" TEXT,
    "version" TEXT NOT NULL,

    CONSTRAINT "Occupation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SkillCandidate" (
    "key" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "postings" INTEGER NOT NULL,
    "examples" JSONB NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "CandidateState" NOT NULL DEFAULT 'open',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SkillCandidate_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TaxonomyAddition" (
    "id" TEXT NOT NULL,
    "conceptId" TEXT NOT NULL,
    "isNew" BOOLEAN NOT NULL,
    "label" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "addedById" TEXT,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaxonomyAddition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "userId" TEXT,
    "field" TEXT NOT NULL,
    "value" JSONB,
    "shouldBe" TEXT,
    "comment" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExchangeRate" (
    "currency" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "usd" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExchangeRate_pkey" PRIMARY KEY ("currency","day")
);

-- CreateTable
CREATE TABLE "EscoConcept" (
    "uri" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "skillType" TEXT,
    "reuseLevel" TEXT,
    "isco" TEXT,
    "labelEn" TEXT,
    "labelEs" TEXT,
    "altEn" TEXT[],
    "altEs" TEXT[],
    "description" TEXT,
    "bundle" TEXT NOT NULL,

    CONSTRAINT "EscoConcept_pkey" PRIMARY KEY ("uri")
);

-- CreateTable
CREATE TABLE "EscoRelation" (
    "fromUri" TEXT NOT NULL,
    "toUri" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bundle" TEXT NOT NULL,

    CONSTRAINT "EscoRelation_pkey" PRIMARY KEY ("fromUri","toUri","kind")
);

-- CreateTable
CREATE TABLE "EscoAnswer" (
    "key" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EscoAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Occupation_isco_idx" ON "Occupation"("isco");

-- CreateIndex
CREATE INDEX "SkillCandidate_state_postings_idx" ON "SkillCandidate"("state", "postings" DESC);

-- CreateIndex
CREATE INDEX "TaxonomyAddition_conceptId_idx" ON "TaxonomyAddition"("conceptId");

-- CreateIndex
CREATE INDEX "Correction_state_createdAt_idx" ON "Correction"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Correction_versionId_idx" ON "Correction"("versionId");

-- CreateIndex
CREATE INDEX "EscoConcept_kind_idx" ON "EscoConcept"("kind");

-- CreateIndex
CREATE INDEX "EscoConcept_isco_idx" ON "EscoConcept"("isco");

-- CreateIndex
CREATE INDEX "EscoRelation_toUri_kind_idx" ON "EscoRelation"("toUri", "kind");

-- CreateIndex
CREATE INDEX "Posting_occupationId_idx" ON "Posting"("occupationId");

-- CreateIndex
CREATE INDEX "Posting_country_idx" ON "Posting"("country");

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_occupationId_fkey" FOREIGN KEY ("occupationId") REFERENCES "Occupation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PostingVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


