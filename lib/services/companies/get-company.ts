import { z } from "zod";
import {
  type CompanyTotals,
  countReadPostings,
  findCompanyMonths,
  findCompanyOpenPostings,
  findCompanyPlaces,
  findCompanySkills,
  findCompanyTotals,
  loadCompany,
} from "@/lib/adapters/db/queries/company-reads";
import { companyHistory, type HistoryMonth } from "@/lib/core/companies/company-history";
import { companyKey } from "@/lib/core/companies/company-key";
import type { CompanyKind } from "@/lib/core/companies/company-kind";
import { AppError } from "@/lib/core/kernel/app-error";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { UserContext } from "@/lib/services/context/context";
import { loadSummaries } from "@/lib/services/postings/load-summaries";
import type { Labels, PostingSummary } from "@/lib/services/postings/to-summary";

const OPEN_PAGE = 10;
const TOP_SKILLS = 12;
const MONTHS = 24;

export type CompanyPage = {
  id: string;
  name: string;
  kind: CompanyKind;
  domain: string | null;
  /** Spellings that it was met under, with why each is this company: same_name, suffix, letters, spelling or domain. */
  spellings: { name: string; reason: string }[];
  totals: CompanyTotals;
  /** Most named first. */
  places: { name: string; n: number }[];
  postings: PostingSummary[];
  /** Where the next page of open postings begins; null at the end. */
  next: string | null;
  history: HistoryMonth[];
  /** By how many of its postings ask for them, of `read` that have been read. */
  skills: { id: string; labels: Labels; n: number }[];
  read: number;
};

const cursorShape = z.tuple([z.iso.datetime(), z.string().min(1).max(64)]);

function readCursor(after: string | null): { at: Date; id: string } | null {
  if (after === null) return null;
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    return null; // a cursor is made by us; one that was tampered with begins at the top
  }
}

/** The company that a former id leads to, or a spelling that stands in its place. */
async function leadOn(ctx: UserContext, id: string): Promise<string | null> {
  const named = await ctx.db.companyAlias.findUnique({ where: { foldedName: foldLabel(id) } });
  if (named !== null) return named.companyId;
  if (!/^[0-9a-f]{32}$/u.test(id)) return null;
  const aliases = await ctx.db.companyAlias.findMany({ select: { foldedName: true, companyId: true } });
  const former = aliases.find(
    ({ foldedName }) => derivedId("company", companyKey(foldedName)) === id || derivedId("company", foldedName) === id,
  );
  return former?.companyId ?? null;
}

async function openPostings(ctx: UserContext, companyId: string, after: string | null) {
  const rows = await findCompanyOpenPostings(ctx.db, companyId, { after: readCursor(after), take: OPEN_PAGE + 1 });
  const shown = rows.slice(0, OPEN_PAGE);
  const last = shown.at(-1);
  const next =
    rows.length > OPEN_PAGE && last !== undefined
      ? Buffer.from(JSON.stringify([last.firstSeenAt.toISOString(), last.id])).toString("base64url")
      : null;
  const postings = await loadSummaries(
    ctx,
    shown.map((row) => row.id),
  );
  return { postings, next };
}

/** Everything about one company; a former id, or a spelling of its name, leads to the company that it is now. Throws `not_found`. */
export async function getCompany(ctx: UserContext, id: string, after: string | null = null): Promise<CompanyPage> {
  const found = (await loadCompany(ctx.db, id)) ?? (await loadCompany(ctx.db, (await leadOn(ctx, id)) ?? ""));
  if (found === null) throw new AppError("not_found", "There is no such company.");
  const [totals, places, page, months, skills, read] = await Promise.all([
    findCompanyTotals(ctx.db, found.id),
    findCompanyPlaces(ctx.db, found.id),
    openPostings(ctx, found.id, after),
    findCompanyMonths(ctx.db, found.id),
    findCompanySkills(ctx.db, found.id, TOP_SKILLS),
    countReadPostings(ctx.db, found.id),
  ]);
  return {
    id: found.id,
    name: found.name,
    kind: found.kind,
    domain: found.domain,
    spellings: found.aliases.map(({ name, reason }) => ({ name, reason })),
    totals,
    places,
    ...page,
    history: companyHistory(months.opened, months.closed, { now: ctx.now(), most: MONTHS }),
    skills: skills.map(({ id: skillId, labelEn, labelEs, n }) => ({
      id: skillId,
      labels: { en: labelEn, es: labelEs },
      n,
    })),
    read,
  };
}
