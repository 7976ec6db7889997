import { derivedId } from "@/lib/core/kernel/derived-id";
import type { CompanyFacts, CompanyGroup, CompanyMerge, MergeReason } from "./company-facts";
import { isVagueName, lettersOf } from "./generic-names";
import { isNearSpelling, nearSpellings } from "./near-spelling";
import { siteFitsName } from "./own-site";

/** More names than this on one site make it a board's or an agency's. */
const MOST_NAMES_OF_A_SITE = 4;
/** A site that most of the listings stand on is a company's own though its name tells nothing of it. */
const OWN_SHARE = 0.8;
const LEAST_ON_SITE = 2;
/** Under so many letters, the same letters with other blanks mean little. */
const LEAST_LETTERS = 4;
/** Two near spellings in the same places: this part of the fewer places. */
const SHARED_PLACES = 0.5;

/** Companies whose names have the same letters: they are one whatever else is known. */
type Kin = { members: CompanyFacts[]; key: string; listings: number };

type Ground = { reason: MergeReason; proof: string | null };

function byWeight(a: CompanyFacts, b: CompanyFacts): number {
  return b.listings - a.listings || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1);
}

/** The name that two companies with the same letters share; short ones share it only with their equals. */
function groupName(key: string): string {
  const letters = lettersOf(key);
  return letters.length < LEAST_LETTERS ? key : letters;
}

function toKin(members: readonly CompanyFacts[]): Kin {
  const sorted = [...members].sort(byWeight);
  const listings = members.reduce((sum, company) => sum + company.listings, 0);
  return { members: sorted, key: sorted[0]?.key ?? "", listings };
}

function kinOf(companies: readonly CompanyFacts[]): Kin[] {
  const groups = new Map<string, Set<CompanyFacts>>();
  for (const company of companies) {
    const names = [company.key, ...company.otherKeys.filter((key) => key !== "")].map(groupName);
    const joined = new Set([company, ...names.flatMap((name) => [...(groups.get(name) ?? [])])]);
    for (const member of joined)
      for (const key of [member.key, ...member.otherKeys]) if (key !== "") groups.set(groupName(key), joined);
  }
  const kin = [...new Set(groups.values())].map((members) => toKin([...members]));
  return kin.sort((a, b) => b.listings - a.listings || (a.key < b.key ? -1 : 1));
}

/** The sites that are the company's own, for all that its listings tell. */
function ownSites(kin: Kin): Map<string, { fits: boolean }> {
  const seen = new Map<string, { label: string; listings: number }>();
  for (const { sites } of kin.members)
    for (const { name, label, listings } of sites)
      seen.set(name, { label, listings: (seen.get(name)?.listings ?? 0) + listings });
  const own = new Map<string, { fits: boolean }>();
  for (const [name, { label, listings }] of seen) {
    const fits = siteFitsName({ label }, kin.key);
    const isMost = listings >= LEAST_ON_SITE && listings >= kin.listings * OWN_SHARE;
    if (fits || isMost) own.set(name, { fits });
  }
  return own;
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size === 0 ? 0 : [...few].filter((one) => many.has(one)).length / few.size;
}

function union(kin: Kin, pick: (company: CompanyFacts) => ReadonlySet<string>): Set<string> {
  return new Set(kin.members.flatMap((company) => [...pick(company)]));
}

function spellingProof(a: Kin, b: Kin, site: string | null): string | null {
  if (site !== null) return site;
  if (
    shares(
      union(a, (one) => one.texts),
      union(b, (one) => one.texts),
    ) > 0
  )
    return "text";
  const places = shares(
    union(a, (one) => one.places),
    union(b, (one) => one.places),
  );
  return places >= SHARED_PLACES ? "places" : null;
}

type Sites = ReadonlyMap<Kin, ReadonlyMap<string, { fits: boolean }>>;

function sharedSite(
  sites: Sites,
  names: ReadonlyMap<string, number>,
  a: Kin,
  b: Kin,
): { name: string; fits: number } | null {
  const [left, right] = [sites.get(a), sites.get(b)];
  const shared = [...(left ?? [])].flatMap(([name, { fits }]) => {
    const other = right?.get(name);
    if (other === undefined) return [];
    return [{ name, fits: Number(fits) + Number(other.fits), isBoard: (names.get(name) ?? 0) > MOST_NAMES_OF_A_SITE }];
  });
  const usable = shared.filter(({ fits, isBoard }) => fits === 2 || (fits === 1 && !isBoard));
  return usable.sort((x, y) => y.fits - x.fits || (x.name < y.name ? -1 : 1))[0] ?? null;
}

/** What makes two companies one beyond the letters of their names; null where nothing does. */
function groundOf(a: Kin, b: Kin, site: { name: string; fits: number } | null): Ground | null {
  if (isNearSpelling(a.key, b.key)) {
    const proof = spellingProof(a, b, site?.name ?? null);
    if (proof !== null) return { reason: "spelling", proof };
  }
  if (site === null || isVagueName(a.key) || isVagueName(b.key)) return null;
  // An agency's site carries its clients' adverts: there, both names must be the site's.
  const isAgency = [a, b].some((kin) => kin.members.some((company) => company.isAgency));
  return isAgency && site.fits < 2 ? null : { reason: "domain", proof: site.name };
}

/** For every company the few that could be it: near spellings, and those with a site in common. */
function neighbours(kin: readonly Kin[], sites: Sites): Map<Kin, Set<Kin>> {
  const near = new Map<Kin, Set<Kin>>();
  const link = (a: Kin, b: Kin) => {
    near.set(a, (near.get(a) ?? new Set<Kin>()).add(b));
    near.set(b, (near.get(b) ?? new Set<Kin>()).add(a));
  };
  const byKey = new Map(kin.map((one) => [one.key, one]));
  for (const [left, right] of nearSpellings(kin.map((one) => one.key))) {
    const [a, b] = [byKey.get(left), byKey.get(right)];
    if (a !== undefined && b !== undefined) link(a, b);
  }
  const bySite = new Map<string, Kin[]>();
  for (const one of kin)
    for (const name of sites.get(one)?.keys() ?? []) bySite.set(name, [...(bySite.get(name) ?? []), one]);
  for (const sharing of bySite.values()) for (const a of sharing) for (const b of sharing) if (a !== b) link(a, b);
  return near;
}

type Joined = { kin: Kin; ground: Ground | null };

/** The company that goes on: the one met first of those whose id is what their key gives, for new listings look for that id. */
function keyThatGoesOn(members: readonly CompanyFacts[]): string | null {
  const rightful = members
    .filter(({ id, key }) => id === derivedId("company", key))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || byWeight(a, b));
  return rightful[0]?.key ?? [...members].sort(byWeight)[0]?.key ?? null;
}

/** Grounds are those of each with the first one; where another goes on, the first one joins it on that one's ground. */
function toGroup(joined: readonly Joined[]): CompanyGroup | null {
  const key = keyThatGoesOn(joined.flatMap(({ kin }) => kin.members));
  if (key === null) return null;
  const into = derivedId("company", key);
  const groundOfInto = joined.find(({ kin }) => kin.members.some((one) => one.key === key))?.ground ?? null;
  const merges = joined.flatMap(({ kin, ground }) =>
    kin.members
      .filter(({ id }) => id !== into)
      .map(
        (one): CompanyMerge => ({ id: one.id, key: one.key, ...groundToward(one.key, key, ground ?? groundOfInto) }),
      ),
  );
  return merges.length === 0 ? null : { into, key, merges: merges.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function groundToward(key: string, into: string, ground: Ground | null): Ground {
  if (key === into) return { reason: "same_name", proof: null };
  if (groupName(key) === groupName(into)) return { reason: "letters", proof: null };
  return ground ?? { reason: "same_name", proof: null };
}

/**
 * Finds the companies that are one: the same key, the same letters, a near spelling with further proof, or a site of their own in common.
 * Each joins the most named company that it has a ground with, never another that merely joined it, so that names do not chain.
 * The answer does not depend on the order. Groups of one are left out.
 */
export function resolveCompanies(companies: readonly CompanyFacts[]): CompanyGroup[] {
  const kin = kinOf(companies.filter(({ key }) => key !== ""));
  const sites: Sites = new Map(kin.map((one) => [one, ownSites(one)]));
  const names = new Map<string, number>();
  for (const own of sites.values()) for (const name of own.keys()) names.set(name, (names.get(name) ?? 0) + 1);
  const near = neighbours(kin, sites);
  const taken = new Set<Kin>();
  const groups: CompanyGroup[] = [];
  for (const head of kin) {
    if (taken.has(head)) continue;
    taken.add(head);
    const joined: Joined[] = [{ kin: head, ground: null }];
    for (const other of [...(near.get(head) ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      const ground = taken.has(other) ? null : groundOf(head, other, sharedSite(sites, names, head, other));
      if (ground === null) continue;
      taken.add(other);
      joined.push({ kin: other, ground });
    }
    const group = toGroup(joined);
    if (group !== null) groups.push(group);
  }
  return groups;
}
