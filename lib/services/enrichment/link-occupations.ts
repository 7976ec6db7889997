import {
  type EscoOccupation,
  findEscoOccupations,
  findWithoutOccupation,
  hasEscoOccupations,
  type OccupationPatch,
  saveEscoOccupations,
  type WithoutOccupation,
} from "@/lib/adapters/db/queries/esco-occupations";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import type { EscoLinker } from "@/lib/core/esco/create-esco-linker";
import type { EscoLink, LinkLang } from "@/lib/core/esco/esco-types";
import type { Context } from "@/lib/services/context/context";
import { linkTitle } from "@/lib/services/esco/link-title";
import { loadEscoLinker } from "@/lib/services/esco/load-linker";
import { readingVersion } from "@/lib/services/runs/current-versions";

const BATCH = 500;
/** How sure a link is at the most: labels of the bundle are no job titles of adverts, so it stands behind our own occupations. */
const CONFIDENCE = { label: 0.85, other: 0.6 };

function langOf(lang: string | null): LinkLang {
  return lang === "es" ? "es" : "en";
}

/** The id under which an occupation of the bundle stands beside ours. */
function escoId(uri: string): string {
  return `esco:${uri.slice(uri.lastIndexOf("/") + 1)}`;
}

type Found = { version: WithoutOccupation; link: EscoLink };

function linkAll(ctx: Context, linker: EscoLinker, versions: readonly WithoutOccupation[]): Found[] {
  const known = new Map<string, EscoLink | null>();
  return versions.flatMap((version) => {
    const lang = langOf(version.lang);
    const key = `${lang} ${version.title}`;
    let link = known.get(key);
    if (link === undefined) {
      const told = linkTitle(ctx.knowledge().occupations, linker, version.title, lang);
      link = told?.kind === "esco" ? told.link : null;
      known.set(key, link);
    }
    return link === null ? [] : [{ version, link }];
  });
}

async function saveLinks(ctx: Context, found: readonly Found[]): Promise<number> {
  const concepts = await findEscoOccupations(ctx.db, [...new Set(found.map(({ link }) => link.uri))]);
  const occupations = concepts.flatMap(({ uri, isco, labelEn, labelEs, bundle }): EscoOccupation[] => {
    const label = labelEn ?? labelEs;
    // Without a group it could not stand among the others, which are told by it.
    if (isco === null || label === null) return [];
    const version = `esco ${bundle}`;
    return [{ id: escoId(uri), isco, labelEn: label, labelEs: labelEs ?? label, esco: uri, version }];
  });
  const byUri = new Map(occupations.map((one) => [one.esco, one]));
  const patches = found.flatMap(({ version, link }): OccupationPatch[] => {
    const one = byUri.get(link.uri);
    if (one === undefined) return [];
    return [
      {
        id: version.id,
        occupation: { id: one.id, isco: one.isco, label: link.label, esco: link.uri },
        evidence: [{ field: "title", start: 0, end: version.title.length, text: version.title }],
        ground: { confidence: link.method === "label" ? CONFIDENCE.label : CONFIDENCE.other, method: "esco" },
      },
    ];
  });
  if (patches.length === 0) return 0;
  await ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    await saveEscoOccupations(tx, occupations, patches);
  });
  return patches.length;
}

/**
 * Gives readings without an occupation of ours the one of the imported ESCO bundle whose labels their title has, in both languages; marked by the
 * method `esco`. Apart from the reading itself, so that an import made later reaches readings that stand. Returns how many got one: none
 * where no bundle was imported.
 */
export async function linkOccupations(ctx: Context): Promise<number> {
  if (!(await hasEscoOccupations(ctx.db))) return 0;
  const current = readingVersion(ctx);
  let linker: EscoLinker | null = null;
  let linked = 0;
  for (let after = ""; ; ) {
    const versions = await findWithoutOccupation(ctx.db, current, { after, take: BATCH });
    const last = versions.at(-1);
    if (last === undefined) return linked;
    linker ??= await loadEscoLinker(ctx, "occupation");
    if (linker === null) return linked;
    linked += await saveLinks(ctx, linkAll(ctx, linker, versions));
    after = last.id;
  }
}
