import type { ManifestLine } from "./run-manifest";

/** What can happen to a posting in a run, the most telling first: where several adverts of one say different things, the first counts. */
export const POSTING_CHANGES = ["closed", "new", "reopened", "changed", "refreshed", "unchanged"] as const;
export type PostingChange = (typeof POSTING_CHANGES)[number];

function changeOf(line: ManifestLine): { posting: string; change: PostingChange } | null {
  switch (line.kind) {
    case "advert":
      return { posting: line.posting, change: line.outcome === "duplicate" ? "unchanged" : line.outcome };
    case "closed":
      return { posting: line.posting, change: line.postingOpen ? "unchanged" : "closed" };
    case "returned":
      return { posting: line.posting, change: "reopened" };
    default:
      return null;
  }
}

/** What a run did with postings, one entry a posting. A posting of which one advert is still there is not closed. */
export class PostingChanges {
  private readonly changes = new Map<string, PostingChange>();

  get size(): number {
    return this.changes.size;
  }

  take(line: ManifestLine): void {
    const taken = changeOf(line);
    if (taken === null) return;
    this.note(taken.posting, taken.change);
  }

  private note(posting: string, change: PostingChange): void {
    const before = this.changes.get(posting);
    if (before === undefined || before === "closed") this.changes.set(posting, change);
    else if (change !== "closed" && POSTING_CHANGES.indexOf(change) < POSTING_CHANGES.indexOf(before))
      this.changes.set(posting, change);
  }

  /**
   * The same by what the postings are today, given former id → id. One that was joined to another is not new: it was that one all the
   * time.
   */
  joined(aliases: ReadonlyMap<string, string>): PostingChanges {
    const joined = new PostingChanges();
    for (const [posting, change] of this.changes) {
      const current = aliases.get(posting);
      if (current === undefined) joined.note(posting, change);
      else joined.note(current, change === "new" ? "unchanged" : change);
    }
    return joined;
  }

  get(posting: string): PostingChange | null {
    return this.changes.get(posting) ?? null;
  }

  /** Every posting once, in the order of its id. */
  entries(): [posting: string, change: PostingChange][] {
    return [...this.changes].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** How many postings had which change; zero where none. */
  counts(): Record<PostingChange, number> {
    const counts = { closed: 0, new: 0, reopened: 0, changed: 0, refreshed: 0, unchanged: 0 };
    for (const change of this.changes.values()) counts[change] += 1;
    return counts;
  }
}
