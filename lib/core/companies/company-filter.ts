import { z } from "zod";

const KINDS = ["employer", "agency"] as const;

const single = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((value) => (value === undefined || value.trim() === "" ? null : value.trim()));

/** What a list of companies is limited to, as it stands in an address. Whatever cannot be used is left out, never an error. */
export const companyFilter = z.object({
  q: single.transform((words) => words?.slice(0, 100) ?? ""),
  kind: single.transform((word) => KINDS.find((kind) => kind === word) ?? null),
  after: single,
});

export type CompanyFilter = z.output<typeof companyFilter>;

/** The filter as an address keeps it: only what differs from the unfiltered list. */
export function companyParams(filter: Omit<CompanyFilter, "after">): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.q !== "") params.set("q", filter.q);
  if (filter.kind !== null) params.set("kind", filter.kind);
  return params;
}
