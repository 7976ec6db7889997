import {
  loadCompanies,
  type NamedListing,
  readCompanyTexts,
  readNamedListings,
} from "@/lib/adapters/db/queries/companies";
import type { CompanyFacts } from "@/lib/core/companies/company-facts";
import { companyKey } from "@/lib/core/companies/company-key";
import { type CompanyKind, companyKind, speaksForClient } from "@/lib/core/companies/company-kind";
import { nearSpellings } from "@/lib/core/companies/near-spelling";
import { type OwnSite, ownSiteOf, siteFitsName, sitesIn } from "@/lib/core/companies/own-site";
import { foldPlaces } from "@/lib/core/dedupe/fold-places";
import { foldLabel } from "@/lib/core/kernel/fold";
import { sha256 } from "@/lib/core/kernel/hash";
import { companyIdentityOf } from "@/lib/core/pipeline/company-and-place";
import type { Context } from "@/lib/services/context/context";

const LISTING_PAGE = 2_000;
/** Companies whose texts are read together, and how much of them. */
const TEXTS = { take: 200, each: 12, characters: 8_000 };

type Row = Awaited<ReturnType<typeof loadCompanies>>[number];

type Sighting = OwnSite & { listings: number };

/** What the database tells of one company. */
export type GatheredCompany = CompanyFacts & {
  row: Row;
  kind: CompanyKind;
  /** Spellings as listings have them, each with how many do. */
  spellings: ReadonlyMap<string, number>;
};

/** The key that a company stands under. A row of before keys were made has its whole folded name there. */
function keyOf({ foldedName, aliases }: Row): string {
  return aliases.some(({ name }) => companyKey(name) === foldedName) ? foldedName : companyKey(foldedName);
}

class Gathering {
  readonly spellings = new Map<string, number>();
  readonly sites = new Map<string, Sighting>();
  readonly texts = new Set<string>();
  readonly places = new Set<string>();
  listings = 0;
  read = 0;
  forClient = 0;
  readonly row: Row;
  readonly key: string;
  readonly isDoubtful: boolean;

  constructor(row: Row, isDoubtful: boolean) {
    this.row = row;
    this.key = keyOf(row);
    this.isDoubtful = isDoubtful;
  }

  private see(site: OwnSite): void {
    this.sites.set(site.name, { ...site, listings: (this.sites.get(site.name)?.listings ?? 0) + 1 });
  }

  takeListing({ company, url, location, postingId }: NamedListing): void {
    this.listings += 1;
    this.spellings.set(company, (this.spellings.get(company) ?? 0) + 1);
    const site = url === null ? null : ownSiteOf(url);
    if (site !== null) this.see(site);
    if (!this.isDoubtful) return;
    this.texts.add(`posting ${postingId}`);
    for (const name of foldPlaces(location).names) this.places.add(name);
  }

  takeText(text: string): void {
    this.read += 1;
    if (speaksForClient(text)) this.forClient += 1;
    for (const site of sitesIn(text)) if (siteFitsName(site, this.key)) this.see(site);
    if (this.isDoubtful) this.texts.add(sha256(text));
  }

  done(): GatheredCompany {
    const { row, key, read, forClient, spellings, listings, texts, places } = this;
    const names = [...new Set([row.name, ...row.aliases.map((alias) => alias.name)])].sort();
    const { kind } = companyKind(names, { read, forClient });
    const otherKeys = [...new Set(names.map(companyKey))].filter((other) => other !== key && other !== "").sort();
    const sites = [...this.sites.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const { id, createdAt } = row;
    return {
      id,
      key,
      otherKeys,
      createdAt,
      listings,
      sites,
      texts,
      places,
      isAgency: kind === "agency",
      row,
      kind,
      spellings,
    };
  }
}

/** The company that a listing's words name, by the spellings that are known, else by their key. */
function nameReader(rows: readonly Row[]): (name: string) => string | null {
  const byAlias = new Map(rows.flatMap((row) => row.aliases.map((alias) => [alias.foldedName, row.id] as const)));
  const known = new Map<string, string | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const id = byAlias.get(foldLabel(name)) ?? companyIdentityOf(name)?.id ?? null;
    known.set(name, id);
    return id;
  };
}

/** Reads what tells companies apart or makes them one, from all listings and the newest texts of each. */
export async function gatherCompanyFacts(ctx: Context): Promise<GatheredCompany[]> {
  const rows = await loadCompanies(ctx.db);
  const doubtful = new Set(nearSpellings(rows.map(keyOf)).flat());
  const gathered = new Map(rows.map((row) => [row.id, new Gathering(row, doubtful.has(keyOf(row)))]));
  const idOf = nameReader(rows);
  for await (const listings of readNamedListings(ctx.db, LISTING_PAGE))
    for (const listing of listings) gathered.get(idOf(listing.company) ?? "")?.takeListing(listing);
  for await (const texts of readCompanyTexts(ctx.db, TEXTS))
    for (const { companyId, text } of texts) gathered.get(companyId)?.takeText(text);
  return [...gathered.values()].map((one) => one.done());
}
