import {
  companiesState,
  dropCompanies,
  findCompaniesWithoutPostings,
  findVersionCompanies,
  joinCompanies,
  updateCompanies,
} from "@/lib/adapters/db/queries/companies";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { findSetting, saveSetting } from "@/lib/adapters/db/queries/settings";
import type { CompanyGroup, CompanyMerge, MergeReason } from "@/lib/core/companies/company-facts";
import { displayName } from "@/lib/core/companies/display-name";
import { siteFitsName } from "@/lib/core/companies/own-site";
import { resolveCompanies as findGroups } from "@/lib/core/companies/resolve-companies";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { gatherCompanyFacts, type GatheredCompany } from "./gather-company-facts";

const STAGE = "companies";
const STATE_SETTING = "companies.resolved";
/** Rises whenever the same names, sites and texts would make other companies. */
const COMPANIES_VERSION = 1;
/** Joining two can bring a third to light; more rounds than this never did. */
const MOST_ROUNDS = 4;
const UPDATE_BATCH = 500;

const WORDS: Readonly<Record<MergeReason, string>> = {
  same_name: "the same name but for its legal form",
  letters: "the same letters",
  spelling: "one letter apart",
  domain: "one site of their own",
};

function describeMerge(from: string, into: string, { reason, proof }: CompanyMerge): string {
  const words = WORDS[reason];
  return `“${from}” is “${into}”: ${proof === null ? words : `${words} (${proof})`}`;
}

/** How a spelling is told of on the company's page: by what joined its company, unless it differs in signs and legal form only. */
function aliasReason(own: string, merge: CompanyMerge): string {
  return merge.reason === "same_name" ? (own === "same_name" ? "suffix" : own) : merge.reason;
}

type Gathered = ReadonlyMap<string, GatheredCompany>;

async function applyGroup(ctx: Context, run: RunRecorder, group: CompanyGroup, gathered: Gathered): Promise<void> {
  const parts = group.merges.flatMap((merge) => {
    const company = gathered.get(merge.id);
    return company === undefined ? [] : [{ merge, company }];
  });
  const known = gathered.get(group.into)?.row;
  const first = parts[0]?.company.row;
  if (first === undefined) return;
  const oldest = parts.reduce((at, { company }) => (company.createdAt < at ? company.createdAt : at), first.createdAt);
  const into = known ?? { id: group.into, name: first.name, foldedName: group.key, createdAt: oldest };
  const aliases = parts.flatMap(({ merge, company: { row } }) => {
    const own = { foldedName: foldLabel(row.name), name: row.name, reason: "same_name", createdAt: row.createdAt };
    const all = new Map([own, ...row.aliases].map((alias) => [alias.foldedName, alias]));
    return [...all.values()].map(({ foldedName, name, reason, createdAt }) => ({
      foldedName,
      name,
      companyId: into.id,
      reason: aliasReason(reason, merge),
      createdAt,
    }));
  });
  await ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    const { id, name, foldedName, createdAt } = into;
    await joinCompanies(tx, { into: { id, name, foldedName, createdAt }, from: group.merges, aliases });
  });
  for (const { merge, company } of parts) {
    run.count(STAGE, "joined");
    run.event({
      kind: "company.joined",
      stage: STAGE,
      reason: merge.reason,
      message: describeMerge(company.row.name, into.name, merge),
      detail: { from: merge.id, into: into.id, reason: merge.reason, proof: merge.proof },
    });
    run.outputs.add(STAGE, `${merge.id} ${into.id} ${merge.reason}`);
  }
}

/** The domain of a company: the one of its own name that most of its listings stand on. */
function domainOf({ key, sites, listings }: GatheredCompany): string | null {
  const own = sites
    .filter(({ kind }) => kind === "domain")
    .filter((site) => siteFitsName(site, key) || (site.listings > 1 && site.listings * 5 >= listings * 4));
  const best = [...own].sort((a, b) => b.listings - a.listings || (a.name < b.name ? -1 : 1))[0];
  return best?.name ?? null;
}

/** Name, kind and site of every company as they are now known; an agency's clients have no site of theirs there. */
async function describeCompanies(ctx: Context, run: RunRecorder, gathered: readonly GatheredCompany[]): Promise<void> {
  const rows = gathered.flatMap((company) => {
    const { row, kind, spellings } = company;
    const next = { id: row.id, name: displayName(spellings) ?? row.name, kind, domain: domainOf(company) };
    return next.name === row.name && next.kind === row.kind && next.domain === row.domain ? [] : [next];
  });
  for (let at = 0; at < rows.length; at += UPDATE_BATCH) {
    const batch = rows.slice(at, at + UPDATE_BATCH);
    await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      await updateCompanies(tx, batch);
    });
    run.count(STAGE, "changed", batch.length);
  }
  run.count(STAGE, "agencies", gathered.filter(({ kind }) => kind === "agency").length);
}

/** Companies of no posting whose spellings nothing says any more, and those whose name hides the employer. */
async function removeCompanies(ctx: Context, run: RunRecorder, gathered: readonly GatheredCompany[]): Promise<void> {
  const removed = await ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    const empty = new Set(await findCompaniesWithoutPostings(tx));
    const said = new Set((await findVersionCompanies(tx)).map(foldLabel));
    const ids = gathered
      .filter(
        ({ id, key, row }) => key === "" || (empty.has(id) && !row.aliases.some((alias) => said.has(alias.foldedName))),
      )
      .map(({ id }) => id);
    if (ids.length > 0) await dropCompanies(tx, ids);
    return ids.length;
  });
  if (removed > 0) run.count(STAGE, "removed", removed);
}

async function joinUntilStill(ctx: Context, run: RunRecorder, late: () => boolean): Promise<GatheredCompany[] | null> {
  let gathered = await gatherCompanyFacts(ctx);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const groups = findGroups(gathered);
    if (groups.length === 0) break;
    const byId = new Map(gathered.map((company) => [company.id, company]));
    for (const group of groups) {
      if (late()) return null;
      await applyGroup(ctx, run, group, byId);
    }
    await run.flush();
    gathered = await gatherCompanyFacts(ctx);
  }
  return gathered;
}

/**
 * Works out which companies are one, whether each is an employer or an agency, and which site is its own. Nothing is done where nothing
 * changed since the last time. Killed at any point, the next call goes on. Returns whether it came to the end.
 */
export async function resolveCompanies(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  const late = () => deadline !== null && ctx.wallNow() >= deadline;
  return run.stage(STAGE, async () => {
    const state = async () => `${COMPANIES_VERSION} ${await companiesState(ctx.db)}`;
    if ((await findSetting(ctx.db, STATE_SETTING)) === (await state())) return true;
    const gathered = await joinUntilStill(ctx, run, late);
    if (gathered === null || late()) return false;
    await describeCompanies(ctx, run, gathered);
    await removeCompanies(ctx, run, gathered);
    run.count(STAGE, "done", gathered.length);
    await saveSetting(ctx.db, { key: STATE_SETTING, value: await state(), at: ctx.wallNow() });
    return true;
  });
}
