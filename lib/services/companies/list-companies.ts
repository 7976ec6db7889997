import { z } from "zod";
import {
  type CompanyCursor,
  type CompanyLine,
  countCompanies,
  findCompanies,
} from "@/lib/adapters/db/queries/company-reads";
import type { CompanyFilter } from "@/lib/core/companies/company-filter";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { UserContext } from "@/lib/services/context/context";

const PAGE = 50;
const cursorShape = z.tuple([z.int().min(0), z.string().max(600)]);

export type ListedCompany = CompanyLine;

export type CompanyList = {
  companies: ListedCompany[];
  total: number;
  /** Where the next page begins; null at the end. */
  next: string | null;
};

function readCursor(after: string | null): CompanyCursor | null {
  if (after === null) return null;
  try {
    const [open, foldedName] = cursorShape.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
    return { open, foldedName };
  } catch {
    return null; // a cursor is made by us; one that was tampered with begins at the top
  }
}

/** One page of the companies that have postings, those with most open ones first, and how many there are in all. */
export async function listCompanies(ctx: UserContext, filter: CompanyFilter): Promise<CompanyList> {
  const name = foldLabel(filter.q);
  const where = { name: name === "" ? null : name, kind: filter.kind };
  const [rows, total] = await Promise.all([
    findCompanies(ctx.db, where, { after: readCursor(filter.after), take: PAGE + 1 }),
    countCompanies(ctx.db, where),
  ]);
  const companies = rows.slice(0, PAGE);
  const last = companies.at(-1);
  const next =
    rows.length > PAGE && last !== undefined
      ? Buffer.from(JSON.stringify([last.open, last.foldedName])).toString("base64url")
      : null;
  return { companies, total, next };
}
