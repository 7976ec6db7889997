import type { TrendQuery } from "@/lib/core/trends/trend-query";

/** A question about demand as an address: only what differs from the default, in one order. */
export function trendHref(query: TrendQuery): string {
  const params = new URLSearchParams();
  if (query.measure !== "share") params.set("measure", query.measure);
  if (query.by !== "month") params.set("by", query.by);
  for (const skill of query.skill) params.append("skill", skill);
  for (const name of ["from", "to", "source", "lang"] as const) {
    const value = query[name];
    if (value !== null) params.set(name, value);
  }
  return params.size === 0 ? "/trends" : `/trends?${params.toString()}`;
}
