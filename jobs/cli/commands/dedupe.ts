import type { Cluster } from "@/lib/core/dedupe/dedupe-types";
import { describeReason } from "@/lib/core/dedupe/describe-reason";
import { dedupeFile } from "@/lib/services/dedupe/dedupe-file";
import type { Output } from "../output";

/** A line of `dedupe`: every ground on which two of its listings were put together, each once. */
export function toClusterLine({ id, ids, joins }: Cluster) {
  const reasons = joins.map((join) => `${join.a} = ${join.b}: ${join.reasons.map(describeReason).join(", ")}`);
  return { cluster: id, ids, reasons };
}

/** `dedupe`: the listings of a file, those of one job in one line. */
export async function dedupePostings(output: Output, file: string): Promise<void> {
  const { clusters, rejected } = await dedupeFile(file);
  for (const { line, reason } of rejected) output.problem({ error: "bad_line", file, line, message: reason });
  for (const cluster of clusters) await output.answer(toClusterLine(cluster));
}
