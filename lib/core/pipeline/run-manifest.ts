import { z } from "zod";
import { hashOf } from "@/lib/core/kernel/hash";
import type { AbsorbOutcome } from "./absorb-adverts";
import type { PreparedAdvert } from "./prepare-advert";

/** Version of the shape of a manifest's lines; the first line carries it. */
export const MANIFEST_VERSION = 1;

/**
 * Lines of what a run did, in the order in which it did it: what it began with, how a source was read, which document came next, what became of an advert, of
 * a listing that was not read, of an item that failed, and what was read out of a posting version. Nothing in them tells wall-clock time.
 */
export const manifestLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("run"), manifest: z.number(), run: z.string(), clock: z.string() }),
  z.object({
    kind: z.literal("source"),
    source: z.string(),
    adapter: z.string(),
    /** The adapter's version; absent in manifests older than it. */
    version: z.number().optional(),
    params: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal("document"),
    document: z.string(),
    how: z.string(),
    /** The instant that its relative dates counted from. */
    readAs: z.string(),
  }),
  z.object({
    kind: z.literal("advert"),
    source: z.string(),
    listing: z.string(),
    externalId: z.string(),
    /** Of title, employer, place and text. */
    content: z.string(),
    /** Of what the source states besides: address, dates, terms, pay, tags, warnings. */
    statements: z.string(),
    posting: z.string(),
    outcome: z.enum(["new", "changed", "unchanged", "refreshed", "reopened", "duplicate"]),
    /** Why it counts as a duplicate. */
    reason: z.string().nullable(),
    document: z.string(),
    locator: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("closed"),
    listing: z.string(),
    posting: z.string(),
    reason: z.string(),
    /** Whether another listing of the posting is still open. */
    postingOpen: z.boolean(),
  }),
  z.object({ kind: z.literal("returned"), listing: z.string(), posting: z.string() }),
  z.object({
    kind: z.literal("failed"),
    stage: z.string(),
    reason: z.string(),
    url: z.string().nullable(),
    /** The raw document that could not be used, or `file:` and the hash of an imported file; null where nothing was fetched. */
    document: z.string().nullable(),
    locator: z.string().nullable(),
  }),
  z.object({ kind: z.literal("read"), version: z.string(), reading: z.string() }),
]);

export type ManifestLine = z.output<typeof manifestLine>;
export type ManifestAdvert = Extract<ManifestLine, { kind: "advert" }>;
export type ManifestFailure = Extract<ManifestLine, { kind: "failed" }>;

/** Hash of what a source states of an advert apart from its words. */
export function statementsOf(advert: PreparedAdvert): string {
  const { externalId, url, postedAt, validThrough, closed, structured, warnings } = advert;
  return hashOf({ externalId, url, postedAt, validThrough, closed, structured, warnings });
}

/** The line of an advert that was absorbed. */
export function advertLine(advert: PreparedAdvert, outcome: AbsorbOutcome): ManifestAdvert {
  return {
    kind: "advert",
    source: advert.sourceId,
    listing: advert.listingId,
    externalId: advert.externalId,
    content: advert.contentHash,
    statements: statementsOf(advert),
    posting: outcome.postingId,
    outcome: outcome.kind,
    reason: outcome.kind === "duplicate" ? outcome.reason : null,
    document: advert.rawDocumentId,
    locator: advert.rawLocator,
  };
}

/** The line of an item that failed. */
export function failureLine(failure: Omit<ManifestFailure, "kind">): ManifestFailure {
  const { stage, reason, url, document, locator } = failure;
  return { kind: "failed", stage, reason, url, document, locator };
}

function parsedItem(line: Pick<ManifestAdvert, "listing" | "content" | "statements" | "document" | "locator">): string {
  return [line.listing, line.content, line.statements, line.document, line.locator ?? ""].join(" ");
}

/**
 * What a line adds to the hashes of the stages' outputs, as pairs of stage and item. A failed request adds nothing: what a network
 * answered is no output. A document that could not be used does, since reading it again must fail again.
 */
export function outputsOf(line: ManifestLine): [stage: string, item: string][] {
  switch (line.kind) {
    case "run":
    case "source":
    case "document":
      return [];
    case "advert":
      return [
        ["parse", parsedItem(line)],
        ["postings", `${line.listing} ${line.posting} ${line.content}`],
      ];
    case "failed":
      return line.document === null ? [] : [["parse", `failed ${line.reason} ${line.document} ${line.locator ?? ""}`]];
    case "closed":
      return [["life", `closed ${line.listing} ${line.reason}`]];
    case "returned":
      return [["life", `reopened ${line.listing}`]];
    case "read":
      return [["enrich", `${line.version} ${line.reading}`]];
  }
}
