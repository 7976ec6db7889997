import type { TextBlock } from "@/lib/core/postings/text-block";
import type { StructuredFields } from "./prepare-advert";

/** A listing as stored. */
export type ListingRow = {
  id: string;
  sourceId: string;
  externalId: string;
  url: string | null;
  title: string;
  company: string | null;
  location: string | null;
  postedAt: Date | null;
  restatedAt: Date | null;
  validThrough: Date | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  state: "open" | "closed";
  closedAt: Date | null;
  closedReason: string | null;
  missedCrawls: number;
  /** The crawl that last counted a miss. */
  missedAt: Date | null;
  refreshedCount: number;
  reopenedCount: number;
  contentHash: string;
  rawDocumentId: string;
  rawLocator: string | null;
  parsed: unknown;
  parseVersion: number;
  postingId: string;
  joinReason: string;
  joinDetail: unknown;
};

/** A posting as stored, without the columns that reading fills in. */
export type PostingRow = {
  id: string;
  title: string;
  companyId: string | null;
  placeId: string | null;
  state: "open" | "closed";
  firstSeenAt: Date;
  lastSeenAt: Date;
  postedAt: Date | null;
  trendAt: Date;
  closedAt: Date | null;
  listingCount: number;
  repostCount: number;
  refreshedCount: number;
  reopenedCount: number;
  versionCount: number;
  contentKey: string;
  currentVersionId: string;
  searchText: string;
  isDemo: boolean;
  sourceIds: string[];
  /** Every place that its listings name. */
  placeIds: string[];
};

/** A new version of a posting; versions are never changed, only read. */
export type VersionRow = {
  id: string;
  postingId: string;
  /** The listing that worded it so; null in rows older than this column. */
  listingId: string | null;
  number: number;
  contentHash: string;
  title: string;
  company: string | null;
  location: string | null;
  text: string;
  blocks: TextBlock[];
  textVersion: number;
  observedAt: Date;
  rawDocumentId: string;
  structured: StructuredFields;
};

/** What is known of a version without its text. */
export type VersionMark = Pick<VersionRow, "id" | "postingId" | "listingId" | "number" | "contentHash">;

export type CompanyAliasRow = { foldedName: string; name: string; companyId: string; reason: string; createdAt: Date };
export type CompanyRow = { id: string; name: string; foldedName: string; createdAt: Date };
export type PlaceRow = { id: string; name: string };
