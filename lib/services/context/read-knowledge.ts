import { loadGazetteer } from "@/lib/adapters/gazetteer/load-gazetteer";
import { loadOccupations } from "@/lib/adapters/occupations/load-occupations";
import { hashOf } from "@/lib/core/kernel/hash";
import { createOccupationFinder } from "@/lib/core/occupations/occupation-finder";
import { PLACES_VERSION } from "@/lib/core/places/read-places";
import { occupationsVersion } from "@/lib/services/enrichment/sync-occupations";
import type { Knowledge, Taxonomy } from "./context";
import { readTaxonomy } from "./read-taxonomy";

/** What postings are read with: the given taxonomy, and occupations and places from the data files of the checkout. */
export function readKnowledge(taxonomy: Taxonomy = readTaxonomy()): Knowledge {
  const occupations = loadOccupations();
  const gazetteer = loadGazetteer();
  const parts = [taxonomy.version, occupationsVersion(occupations), gazetteer.version, PLACES_VERSION];
  return {
    version: hashOf(parts).slice(0, 12),
    matcher: taxonomy.matcher,
    occupations: createOccupationFinder(occupations),
    gazetteer,
  };
}
