import type { PostingChange, PostingChanges } from "./posting-changes";

/** How a posting stands in a later run against an earlier one. */
export type DiffKind = "new" | "changed" | "closed" | "reopened" | "refreshed" | "only_in_a" | "only_in_b" | "same";

export const DIFF_KINDS: readonly DiffKind[] = [
  "new",
  "changed",
  "closed",
  "reopened",
  "refreshed",
  "only_in_a",
  "only_in_b",
];

/** Posting → listing → hash of its content, as a run read it. */
export type PostingContents = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Another listing of the same posting says nothing new; another content of the same listing does. */
function contentDiffers(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return [...b].some(([listing, content]) => a.has(listing) && a.get(listing) !== content);
}

function inBoth(change: PostingChange | null, differs: boolean): DiffKind {
  if (change === "closed" || change === "reopened") return change;
  if (differs) return "changed";
  return change === "refreshed" ? "refreshed" : "same";
}

/** How one posting stands: what the later run says of its life, and whether its content is that of the earlier run. */
export function diffPosting(
  posting: string,
  a: { contents: PostingContents },
  b: { contents: PostingContents; changes: PostingChanges },
): DiffKind {
  const change = b.changes.get(posting);
  const [before, after] = [a.contents.get(posting), b.contents.get(posting)];
  if (after === undefined) return change === "closed" || change === "reopened" ? change : "only_in_a";
  if (before !== undefined) return inBoth(change, contentDiffers(before, after));
  return change === "new" || change === "reopened" || change === "closed" ? change : "only_in_b";
}
