import { derivedId } from "@/lib/core/kernel/derived-id";
import type { PreparedAdvert } from "./prepare-advert";
import { type ManifestAdvert, type ManifestLine, outputsOf, statementsOf } from "./run-manifest";
import { StageHashes } from "./stage-hashes";

/** One thing that a replay found otherwise than the run did. */
export type ReplayDifference = {
  what:
    | "content_differs"
    | "statements_differ"
    | "other_advert"
    | "not_found_again"
    | "found_in_addition"
    | "failure_not_repeated"
    | "fails_now"
    | "reading_differs";
  document: string | null;
  locator: string | null;
  listing: string | null;
  externalId: string | null;
  /** The differing value then and now: hashes, ids or reasons. */
  then: string | null;
  now: string | null;
};

/** A stage's hash as recorded and as recomputed. */
export type StageComparison = { stage: string; same: boolean; then: StageHash | null; now: StageHash | null };
type StageHash = { hash: string; items: number };

/** Differences kept word for word; the rest are counted. */
const KEPT_DIFFERENCES = 100;
/** Stages that are recomputed from raw documents; the others depend on what the database held at that time. */
const RECOMPUTED = ["parse", "postings", "enrich"] as const;

function placeKey(document: string, locator: string | null): string {
  return `${document} ${locator ?? ""}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * Sets what a replay recomputes against the lines of a run's manifest: first `expect` every line, then tell what was recomputed, in any
 * order; documents that cannot be read are set aside with all that came from them.
 */
export class ReplayComparison {
  readonly differences: ReplayDifference[] = [];
  differenceCount = 0;
  private readonly adverts = new Map<string, ManifestAdvert[]>();
  private readonly failures = new Map<string, string[]>();
  private readonly readings = new Map<string, string>();
  private readonly unread = new Set<string>();
  private readonly hashes = new StageHashes();

  expect(line: ManifestLine): void {
    if (line.kind === "advert") push(this.adverts, placeKey(line.document, line.locator), line);
    else if (line.kind === "read") this.readings.set(line.version, line.reading);
    else if (line.kind === "failed" && line.document !== null)
      push(this.failures, placeKey(line.document, line.locator), line.reason);
  }

  /** A document that cannot be read again: nothing is said about what was in it. */
  setAside(document: string): void {
    this.unread.add(document);
  }

  private differ(difference: Partial<ReplayDifference> & Pick<ReplayDifference, "what">): void {
    this.differenceCount += 1;
    if (this.differences.length >= KEPT_DIFFERENCES) return;
    this.differences.push({
      document: null,
      locator: null,
      listing: null,
      externalId: null,
      then: null,
      now: null,
      ...difference,
    });
  }

  private keep(line: ManifestLine): void {
    for (const [stage, item] of outputsOf(line)) this.hashes.add(stage, item);
  }

  /**
   * Takes an advert that was recomputed. Returns the version id that the run may have read it under; null where the run does not know
   * the advert. `mayBeNew` where the run was free to leave an advert out.
   */
  advert(advert: PreparedAdvert, mayBeNew = false): string | null {
    const { rawDocumentId: document, rawLocator: locator, listingId: listing, externalId } = advert;
    const expected = this.adverts.get(placeKey(document, locator))?.shift();
    const at = { document, locator, listing, externalId };
    if (expected === undefined) {
      if (!mayBeNew) this.differ({ what: "found_in_addition", ...at, now: advert.contentHash });
      return null;
    }
    const statements = statementsOf(advert);
    const now = { ...expected, listing, content: advert.contentHash, statements, externalId };
    this.keep(now);
    if (expected.listing !== listing)
      this.differ({ what: "other_advert", ...at, then: expected.externalId, now: externalId });
    else if (expected.content !== now.content)
      this.differ({ what: "content_differs", ...at, then: expected.content, now: now.content });
    else if (expected.statements !== statements)
      this.differ({ what: "statements_differ", ...at, then: expected.statements, now: statements });
    return derivedId("version", expected.posting, advert.contentHash);
  }

  /** Takes an item that could not be used. */
  failure(document: string, locator: string | null, reason: string): void {
    const expected = this.failures.get(placeKey(document, locator))?.shift() ?? null;
    if (expected !== null) this.keep({ kind: "failed", stage: "", url: null, reason, document, locator });
    if (expected !== reason) this.differ({ what: "fails_now", document, locator, then: expected, now: reason });
  }

  /** Whether the run read this version, and it has not been compared yet. */
  wantsReading(version: string): boolean {
    return this.readings.has(version);
  }

  /** Takes the hash of what was read out of a version again. */
  reading(version: string, hash: string, advert: PreparedAdvert): void {
    const then = this.readings.get(version);
    if (then === undefined) return;
    this.readings.delete(version);
    this.keep({ kind: "read", version, reading: hash });
    const { rawDocumentId: document, rawLocator: locator, listingId: listing, externalId } = advert;
    if (then !== hash)
      this.differ({ what: "reading_differs", document, locator, listing, externalId, then, now: hash });
  }

  /** What the run had and the replay did not meet becomes a difference, unless its document could not be read. */
  private settle(): number {
    let setAside = 0;
    for (const line of [...this.adverts.values()].flat()) {
      const { document, locator, listing, externalId, content } = line;
      if (this.unread.has(document)) setAside += 1;
      else this.differ({ what: "not_found_again", document, locator, listing, externalId, then: content });
    }
    for (const [key, reasons] of this.failures) {
      const [document = "", locator = ""] = key.split(" ");
      for (const then of reasons)
        if (!this.unread.has(document))
          this.differ({ what: "failure_not_repeated", document, locator: locator === "" ? null : locator, then });
    }
    return setAside;
  }

  /**
   * The stages side by side, the adverts whose documents could not be read, and the readings of versions that came from documents of
   * other runs: these are taken over as recorded.
   */
  finish(recorded: Readonly<Record<string, StageHash>>): {
    stages: StageComparison[];
    advertsSetAside: number;
    readingsElsewhere: number;
  } {
    const advertsSetAside = this.settle();
    const readingsElsewhere = this.readings.size;
    for (const [version, reading] of this.readings) this.keep({ kind: "read", version, reading });
    const now = this.hashes.stages();
    const stages = RECOMPUTED.filter((stage) => recorded[stage] !== undefined || now[stage] !== undefined).map(
      (stage) => {
        const [then, again] = [recorded[stage] ?? null, now[stage] ?? null];
        return { stage, same: then !== null && then.hash === again?.hash, then, now: again };
      },
    );
    return { stages, advertsSetAside, readingsElsewhere };
  }
}
