import type { AdapterDescription } from "@/lib/adapters/sources/adapter-description";
import { listAdapters } from "@/lib/adapters/sources/registry";

export type AdapterLine = Pick<
  AdapterDescription,
  "id" | "name" | "kind" | "reads" | "terms" | "limits" | "attribution" | "hasNotice"
>;

/** Every adapter as it describes itself. */
export function listAdapterDescriptions(): AdapterLine[] {
  return listAdapters().map(({ id, name, kind, reads, terms, limits, attribution, hasNotice }) => ({
    id,
    name,
    kind,
    reads,
    terms,
    limits,
    attribution,
    hasNotice,
  }));
}
