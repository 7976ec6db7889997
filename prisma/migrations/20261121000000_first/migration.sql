-- Vectors are part of every installation.
CREATE EXTENSION IF NOT EXISTS vector;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('user', 'admin');

-- CreateEnum
CREATE TYPE "BreakerState" AS ENUM ('closed', 'open', 'half_open');

-- CreateEnum
CREATE TYPE "OpenState" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "EmbeddingSubject" AS ENUM ('posting_version', 'resume_version');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('queued', 'running', 'succeeded', 'partial', 'failed', 'interrupted');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "passwordHash" TEXT,
    "role" "Role" NOT NULL DEFAULT 'user',
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "weights" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "userId" TEXT,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditLog" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB,

    CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "adapter" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "homepage" TEXT,
    "attribution" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "config" JSONB NOT NULL,
    "cadenceMinutes" INTEGER,
    "nextRunAt" TIMESTAMPTZ(3),
    "lastRunAt" TIMESTAMPTZ(3),
    "lastSuccessAt" TIMESTAMPTZ(3),
    "lastOutcome" TEXT,
    "consecutiveFailures" INTEGER NOT NULL DEFAULT 0,
    "breaker" "BreakerState" NOT NULL DEFAULT 'closed',
    "cooldownUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RawDocument" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "contentType" TEXT,
    "contentHash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "provenance" JSONB,

    CONSTRAINT "RawDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FetchState" (
    "sourceId" TEXT NOT NULL,
    "urlHash" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "rawDocumentId" TEXT,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FetchState_pkey" PRIMARY KEY ("sourceId","urlHash")
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "company" TEXT,
    "location" TEXT,
    "postedAt" TIMESTAMPTZ(3),
    "restatedAt" TIMESTAMPTZ(3),
    "validThrough" TIMESTAMPTZ(3),
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "OpenState" NOT NULL DEFAULT 'open',
    "closedAt" TIMESTAMPTZ(3),
    "closedReason" TEXT,
    "missedCrawls" INTEGER NOT NULL DEFAULT 0,
    "refreshedCount" INTEGER NOT NULL DEFAULT 0,
    "reopenedCount" INTEGER NOT NULL DEFAULT 0,
    "contentHash" TEXT NOT NULL,
    "rawDocumentId" TEXT NOT NULL,
    "rawLocator" TEXT,
    "parsed" JSONB NOT NULL,
    "parseVersion" INTEGER NOT NULL,
    "postingId" TEXT NOT NULL,
    "joinReason" TEXT NOT NULL,

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "region" TEXT,
    "city" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "companyId" TEXT,
    "placeId" TEXT,
    "state" "OpenState" NOT NULL DEFAULT 'open',
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "postedAt" TIMESTAMPTZ(3),
    "trendAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "listingCount" INTEGER NOT NULL DEFAULT 1,
    "repostCount" INTEGER NOT NULL DEFAULT 0,
    "versionCount" INTEGER NOT NULL DEFAULT 1,
    "contentKey" TEXT NOT NULL,
    "currentVersionId" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "lang" TEXT,
    "seniority" TEXT,
    "yearsMin" DOUBLE PRECISION,
    "workplace" TEXT,
    "employmentType" TEXT,
    "country" TEXT,
    "salaryMin" DOUBLE PRECISION,
    "salaryMax" DOUBLE PRECISION,
    "salaryCurrency" TEXT,
    "salaryPeriod" TEXT,
    "skillIds" TEXT[],
    "sourceIds" TEXT[],

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostingVersion" (
    "id" TEXT NOT NULL,
    "postingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "company" TEXT,
    "location" TEXT,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "observedAt" TIMESTAMPTZ(3) NOT NULL,
    "rawDocumentId" TEXT NOT NULL,
    "structured" JSONB NOT NULL,
    "readingVersion" TEXT,
    "reading" JSONB,

    CONSTRAINT "PostingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Skill" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "labelEs" TEXT NOT NULL,
    "esco" TEXT,
    "taxonomyVersion" TEXT NOT NULL,

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostingSkill" (
    "versionId" TEXT NOT NULL,
    "skillId" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "method" TEXT NOT NULL,

    CONSTRAINT "PostingSkill_pkey" PRIMARY KEY ("versionId","skillId")
);

-- CreateTable
CREATE TABLE "Mention" (
    "versionId" TEXT NOT NULL,
    "skillId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("versionId","skillId","field","start")
);

-- CreateTable
CREATE TABLE "Embedding" (
    "subject" "EmbeddingSubject" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "inputVersion" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "vector" vector(512) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Embedding_pkey" PRIMARY KEY ("subject","subjectId","model")
);

-- CreateTable
CREATE TABLE "CorpusStatistics" (
    "version" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "documents" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "CorpusStatistics_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "TrendCell" (
    "grain" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "postings" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrendCell_pkey" PRIMARY KEY ("grain","dimension","key","source","bucket")
);

-- CreateTable
CREATE TABLE "Resume" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Resume_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResumeVersion" (
    "id" TEXT NOT NULL,
    "resumeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileType" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "fileBytes" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "profile" JSONB NOT NULL,
    "profileVersion" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResumeVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Match" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "resumeVersionId" TEXT NOT NULL,
    "postingId" TEXT NOT NULL,
    "postingVersionId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "band" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "parts" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "weights" JSONB NOT NULL,
    "matchVersion" TEXT NOT NULL,
    "statisticsVersion" TEXT NOT NULL,
    "embeddingModel" TEXT,
    "inputsHash" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "runId" TEXT,

    CONSTRAINT "Match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" "RunStatus" NOT NULL,
    "sourceId" TEXT,
    "requestedById" TEXT,
    "input" JSONB NOT NULL,
    "clock" TIMESTAMPTZ(3),
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "versions" JSONB,
    "counts" JSONB,
    "timings" JSONB,
    "report" JSONB,
    "cursor" JSONB,
    "inputHash" TEXT,
    "outputHash" TEXT,
    "gitRevision" TEXT,
    "error" TEXT,
    "schemaVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunEvent" (
    "runId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT,
    "reason" TEXT,
    "message" TEXT NOT NULL,
    "url" TEXT,
    "detail" JSONB,

    CONSTRAINT "RunEvent_pkey" PRIMARY KEY ("runId","seq")
);

-- CreateTable
CREATE TABLE "Lease" (
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "acquiredAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AiCall" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "runId" TEXT,
    "userId" TEXT,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "promptVersion" TEXT,
    "contentHash" TEXT NOT NULL,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "costUsd" DECIMAL(12,6) NOT NULL,
    "latencyMs" INTEGER NOT NULL,
    "cached" BOOLEAN NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "AiCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_expiresAt_idx" ON "Session"("userId", "expiresAt");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_createdAt_idx" ON "OutboxMessage"("sentAt", "createdAt");

-- CreateIndex
CREATE INDEX "AuditLog_at_idx" ON "AuditLog"("at");

-- CreateIndex
CREATE INDEX "AuditLog_actorId_at_idx" ON "AuditLog"("actorId", "at");

-- CreateIndex
CREATE INDEX "Source_enabled_nextRunAt_idx" ON "Source"("enabled", "nextRunAt");

-- CreateIndex
CREATE INDEX "RawDocument_sourceId_fetchedAt_idx" ON "RawDocument"("sourceId", "fetchedAt");

-- CreateIndex
CREATE INDEX "RawDocument_contentHash_idx" ON "RawDocument"("contentHash");

-- CreateIndex
CREATE INDEX "Listing_sourceId_state_lastSeenAt_idx" ON "Listing"("sourceId", "state", "lastSeenAt");

-- CreateIndex
CREATE INDEX "Listing_postingId_idx" ON "Listing"("postingId");

-- CreateIndex
CREATE INDEX "Listing_url_idx" ON "Listing"("url");

-- CreateIndex
CREATE UNIQUE INDEX "Listing_sourceId_externalId_key" ON "Listing"("sourceId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Company_foldedName_key" ON "Company"("foldedName");

-- CreateIndex
CREATE INDEX "Posting_contentKey_idx" ON "Posting"("contentKey");

-- CreateIndex
CREATE INDEX "Posting_state_firstSeenAt_id_idx" ON "Posting"("state", "firstSeenAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Posting_state_trendAt_idx" ON "Posting"("state", "trendAt");

-- CreateIndex
CREATE INDEX "Posting_companyId_idx" ON "Posting"("companyId");

-- CreateIndex
CREATE INDEX "Posting_skillIds_idx" ON "Posting" USING GIN ("skillIds");

-- CreateIndex
CREATE INDEX "Posting_sourceIds_idx" ON "Posting" USING GIN ("sourceIds");

-- CreateIndex
CREATE INDEX "PostingVersion_readingVersion_idx" ON "PostingVersion"("readingVersion");

-- CreateIndex
CREATE UNIQUE INDEX "PostingVersion_postingId_number_key" ON "PostingVersion"("postingId", "number");

-- CreateIndex
CREATE INDEX "PostingSkill_skillId_idx" ON "PostingSkill"("skillId");

-- CreateIndex
CREATE INDEX "CorpusStatistics_computedAt_idx" ON "CorpusStatistics"("computedAt");

-- CreateIndex
CREATE INDEX "TrendCell_grain_source_bucket_idx" ON "TrendCell"("grain", "source", "bucket");

-- CreateIndex
CREATE INDEX "Resume_userId_deletedAt_createdAt_idx" ON "Resume"("userId", "deletedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ResumeVersion_resumeId_number_key" ON "ResumeVersion"("resumeId", "number");

-- CreateIndex
CREATE INDEX "Match_userId_resumeVersionId_score_confidence_postingId_idx" ON "Match"("userId", "resumeVersionId", "score" DESC, "confidence" DESC, "postingId");

-- CreateIndex
CREATE INDEX "Match_postingId_idx" ON "Match"("postingId");

-- CreateIndex
CREATE UNIQUE INDEX "Match_resumeVersionId_postingId_key" ON "Match"("resumeVersionId", "postingId");

-- CreateIndex
CREATE INDEX "Run_queuedAt_idx" ON "Run"("queuedAt" DESC);

-- CreateIndex
CREATE INDEX "Run_kind_status_idx" ON "Run"("kind", "status");

-- CreateIndex
CREATE INDEX "Run_sourceId_queuedAt_idx" ON "Run"("sourceId", "queuedAt");

-- CreateIndex
CREATE INDEX "RunEvent_runId_kind_idx" ON "RunEvent"("runId", "kind");

-- CreateIndex
CREATE INDEX "AiCall_at_idx" ON "AiCall"("at");

-- CreateIndex
CREATE INDEX "AiCall_runId_idx" ON "AiCall"("runId");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RawDocument" ADD CONSTRAINT "RawDocument_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FetchState" ADD CONSTRAINT "FetchState_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_rawDocumentId_fkey" FOREIGN KEY ("rawDocumentId") REFERENCES "RawDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostingVersion" ADD CONSTRAINT "PostingVersion_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostingSkill" ADD CONSTRAINT "PostingSkill_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PostingVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostingSkill" ADD CONSTRAINT "PostingSkill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_versionId_skillId_fkey" FOREIGN KEY ("versionId", "skillId") REFERENCES "PostingSkill"("versionId", "skillId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resume" ADD CONSTRAINT "Resume_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResumeVersion" ADD CONSTRAINT "ResumeVersion_resumeId_fkey" FOREIGN KEY ("resumeId") REFERENCES "Resume"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_resumeVersionId_fkey" FOREIGN KEY ("resumeVersionId") REFERENCES "ResumeVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Match" ADD CONSTRAINT "Match_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunEvent" ADD CONSTRAINT "RunEvent_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Full-text search over folded words; an expression index, which the schema language does not know.
CREATE INDEX "Posting_searchText_idx" ON "Posting" USING GIN (to_tsvector('simple', "searchText"));
