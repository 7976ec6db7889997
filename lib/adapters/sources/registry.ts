import { decodeBody } from "@/lib/adapters/http/decode-body";
import { AppError } from "@/lib/core/kernel/app-error";
import { demoAdapter } from "./demo/demo-adapter";
import { jsonLdAdapter } from "./jsonld/json-ld-adapter";
import { REMOTEOK_ATTRIBUTION, remoteOkAdapter } from "./remoteok/remoteok-adapter";
import type { ParseOutcome, SourceAdapter } from "./source-adapter";

export type AdapterDescription = {
  id: string;
  name: string;
  /** Where it reads from. */
  kind: "api" | "pages" | "file";
  reads: string;
  terms: string;
  /** What must be shown beside every posting of it. */
  attribution: { text: string; url: string } | null;
  /** Absent for files, which are imported and never fetched. */
  adapter: SourceAdapter | null;
};

const ADAPTERS: readonly AdapterDescription[] = [
  {
    id: "remoteok",
    name: "Remote OK",
    kind: "api",
    reads: "The public JSON API, and saved listing pages.",
    terms:
      "Link back to the advert on Remote OK with a followed link and name Remote OK as the source; do not use its logo.",
    attribution: REMOTEOK_ATTRIBUTION,
    adapter: remoteOkAdapter,
  },
  {
    id: "jsonld",
    name: "Any site with JobPosting data",
    kind: "pages",
    reads: "Sitemaps or listing pages, then advert pages with schema.org JobPosting in JSON-LD.",
    terms: "Each site's own; robots.txt is obeyed and the pace is set for each source.",
    attribution: null,
    adapter: jsonLdAdapter,
  },
  {
    id: "demo",
    name: "Demo board",
    kind: "pages",
    reads: "The job board that the launcher serves on this machine. Its adverts are invented.",
    terms: "None: demo data made for Atalaya.",
    attribution: null,
    adapter: demoAdapter,
  },
  {
    id: "file",
    name: "File import",
    kind: "file",
    reads: "JSON Lines and CSV files, also gzipped.",
    terms: "Those of whoever made the file.",
    attribution: null,
    adapter: null,
  },
];

/** Every adapter, in the order in which it is shown. */
export function listAdapters(): readonly AdapterDescription[] {
  return ADAPTERS;
}

/** The description of an adapter by its id, or null. */
export function findAdapter(id: string): AdapterDescription | null {
  return ADAPTERS.find((description) => description.id === id) ?? null;
}

export type PageInput = {
  body: string | Uint8Array;
  contentType?: string | null;
  url?: string | null;
  fetchedUrl?: string | null;
  now: Date;
};

/**
 * Reads a saved page or answer with one adapter. An empty array is a valid empty list; a page that is no advert is one `page` outcome.
 * `adapterId` names the adapter, `sourceId` (the same where absent) is what the postings carry. Throws `invalid_input` for an unknown id.
 */
export function parsePage(adapterId: string, page: PageInput, sourceId: string = adapterId): ParseOutcome[] {
  const adapter = findAdapter(adapterId)?.adapter ?? null;
  if (adapter === null) throw new AppError("invalid_input", `There is no adapter "${adapterId}" that reads pages.`);
  const body = typeof page.body === "string" ? page.body : decodeBody(page.body, page.contentType ?? null).text;
  return adapter.parse({ sourceId, body, url: page.url ?? null, fetchedUrl: page.fetchedUrl ?? null, now: page.now });
}
