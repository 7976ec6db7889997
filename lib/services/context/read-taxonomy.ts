import path from "node:path";
import { readKept, taxonomyKey, writeKept } from "@/lib/adapters/taxonomy/kept-taxonomy";
import { loadCategories } from "@/lib/adapters/taxonomy/load-categories";
import { loadTaxonomy } from "@/lib/adapters/taxonomy/load-taxonomy";
import { env } from "@/lib/config/env";
import { homeOf } from "@/lib/config/home";
import { addToTaxonomy, type TaxonomyAddition } from "@/lib/core/skills/add-to-taxonomy";
import { type CompiledTaxonomy, packTaxonomy, unpackTaxonomy } from "@/lib/core/skills/pack-taxonomy";
import { assembleMatcher, compileTaxonomy } from "@/lib/core/skills/skill-matcher";
import { taxonomyVersion } from "@/lib/core/skills/taxonomy-version";
import type { Taxonomy } from "./context";

export type TaxonomyFolders = {
  /** Where the data files lie. */
  data?: string;
  /** Where what was compiled is kept between processes. */
  cache?: string;
};

function compile(additions: readonly TaxonomyAddition[], data: string): CompiledTaxonomy {
  const concepts = addToTaxonomy(loadTaxonomy(data), additions);
  return { version: taxonomyVersion(concepts), concepts, tables: compileTaxonomy(concepts) };
}

/** What was compiled of the same files by the same sources earlier; else all is checked and compiled now, and kept. */
function compiledTaxonomy(additions: readonly TaxonomyAddition[], data: string, cache: string): CompiledTaxonomy {
  const key = taxonomyKey(data, JSON.stringify(additions));
  const kept = key === null ? null : readKept(cache, key);
  const known = kept === null ? null : unpackTaxonomy(kept);
  if (known !== null) return known;
  const compiled = compile(additions, data);
  if (key !== null) writeKept(cache, key, packTaxonomy(compiled));
  return compiled;
}

/**
 * The taxonomy from the data files of the checkout, and what administrators added to it; its version is that of both.
 * Compiling takes many times as long as anything that a single command does with it: the result is kept in the data folder.
 */
export function readTaxonomy(additions: readonly TaxonomyAddition[] = [], folders: TaxonomyFolders = {}): Taxonomy {
  const data = folders.data ?? path.join(process.cwd(), "data", "taxonomy");
  const cache = folders.cache ?? path.join(homeOf(env()).root, "cache");
  const { version, concepts, tables } = compiledTaxonomy(additions, data, cache);
  const matcher = assembleMatcher(concepts, tables);
  return { version, concepts: matcher.concepts, matcher, categories: loadCategories(data) };
}
