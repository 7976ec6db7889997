import { bucketStart } from "@/lib/core/trends/time-bucket";

type DateFormat = { dateTime: (at: Date, options: { year: "numeric"; month: "short" }) => string };

/** A bucket in the reader's words: a month by name, a week as it is ("2026-W47"). */
export function bucketLabel(bucket: string, format: DateFormat): string {
  return bucket.includes("W") ? bucket : format.dateTime(bucketStart(bucket), { year: "numeric", month: "short" });
}
