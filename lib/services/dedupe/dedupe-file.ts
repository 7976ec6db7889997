import { clusterListings } from "@/lib/core/dedupe/cluster-listings";
import type { Cluster, Fingerprint } from "@/lib/core/dedupe/dedupe-types";
import { fingerprintRows } from "./fingerprint-rows";

export type DedupeFileResult = { clusters: Cluster[]; rejected: { line: number; reason: string }[] };

/**
 * The jobs behind the listings of a file, without a database: every id of the file is in exactly one cluster, and the same lines in any
 * order give the same clusters. A later line with the id and the source of an earlier one is the listing's newer state; with the id but
 * another source it is rejected, since the answer could not tell the two apart. The texts are not held: memory is that of the fingerprints.
 */
export async function dedupeFile(file: string): Promise<DedupeFileResult> {
  const prints = new Map<string, Fingerprint>();
  const rejected: DedupeFileResult["rejected"] = [];
  for await (const reading of fingerprintRows(file)) {
    if (reading.kind === "rejected") {
      rejected.push({ line: reading.line, reason: reading.reason });
      continue;
    }
    const { print } = reading;
    const earlier = prints.get(print.id);
    if (earlier === undefined || earlier.sourceId === print.sourceId) prints.set(print.id, print);
    else
      rejected.push({
        line: reading.line,
        reason: `the id ${print.id} is already that of a row of ${earlier.sourceId}`,
      });
  }
  return { clusters: clusterListings([...prints.values()]), rejected };
}
