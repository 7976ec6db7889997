import type { z } from "zod";
import type { SourceAdapter } from "./source-adapter";
import type { SourceConfigInput } from "./source-config";

/**
 * The source that an address belongs to, ready to be added, and whether the address is its board or one advert of it. `readAt` is where
 * the advert is read, where the adapter does not read the page itself.
 */
export type RecognisedAddress = { config: SourceConfigInput; what: "board" | "advert"; readAt?: string };

/** What is known of an adapter before anything is fetched. Each adapter's folder exports its own; the registry lists them. */
export type AdapterDescription = {
  id: string;
  /** Rises whenever `parse` may read the same document otherwise; a run's manifest carries it. */
  version: number;
  name: string;
  /** Where it reads from. */
  kind: "api" | "pages" | "feed" | "file";
  reads: string;
  terms: string;
  limits: string;
  /** What must be shown beside every posting of it. */
  attribution: { text: string; url: string } | null;
  /** Its sources stay off until an administrator has read what the interface says of it (catalogue `notices`, by id). */
  hasNotice: boolean;
  /** What `params` of a source of it may hold; strict, with defaults. */
  params: z.ZodType<Record<string, unknown>>;
  /** Sources that every installation lists, with `enabled` as they start. */
  builtIn: readonly SourceConfigInput[];
  /** Recognises a pasted address of a board or an advert; null where it is none of this adapter's. Pure. */
  recognise: (url: URL) => RecognisedAddress | null;
  /** Absent for files, which are imported and never fetched. */
  adapter: SourceAdapter | null;
};
