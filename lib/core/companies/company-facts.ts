/** What is known of one company before it is compared with the others. */
export type CompanyFacts = {
  id: string;
  /** `companyKey` of its name. */
  key: string;
  /** Keys of the other spellings that are known to be its own. */
  otherKeys: readonly string[];
  createdAt: Date;
  /** Listings that name it. */
  listings: number;
  /** Names of sites (`OwnSite.name`) that its listings stand on or name, each with how many of them do. */
  sites: readonly { kind: "domain" | "tenant"; name: string; label: string; listings: number }[];
  /** Postings and hashes of texts that it has a listing of. Needed only where `nearSpellings` pairs its key with another. */
  texts: ReadonlySet<string>;
  /** Folded names of the places that its listings name; needed as `texts` are. */
  places: ReadonlySet<string>;
  isAgency: boolean;
};

export const MERGE_REASONS = ["same_name", "letters", "spelling", "domain"] as const;
export type MergeReason = (typeof MERGE_REASONS)[number];

/** Why one company is another: the ground, and what proves it: the site, "text" or "places". */
export type CompanyMerge = { id: string; key: string; reason: MergeReason; proof: string | null };

/** Companies that are one; `into` is one of their ids, or of none where no one of them has the id that its own key gives. */
export type CompanyGroup = { into: string; key: string; merges: CompanyMerge[] };
