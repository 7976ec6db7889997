import { expect, test } from "vitest";
import type { GetOptions, PoliteClient } from "@/lib/adapters/http/polite-client";
import { isHostAllowed } from "@/lib/adapters/http/address-guard";
import { findAdapter } from "./registry";
import { sourceConfig } from "./source-config";

type Asked = { url: string; allowedHosts: readonly string[] };

/** What a source without a start URL asks for first, of a board that gives no answer. */
async function firstAsked(adapterId: string, params: Record<string, unknown>): Promise<Asked> {
  const asked: Asked[] = [];
  const client: PoliteClient = {
    get: (url: string, { allowedHosts = [] }: GetOptions = {}) => {
      asked.push({ url, allowedHosts });
      const provenance = {
        url,
        status: null,
        bytes: 0,
        fromCache: false,
        robots: "none" as const,
        attempts: 1,
        waitedMs: 0,
      };
      return Promise.resolve({ kind: "unavailable" as const, message: "unavailable: a test", provenance });
    },
    breakerState: () => "closed",
    close: () => Promise.resolve(),
  };
  const config = sourceConfig.parse({ id: "mine", name: "Mine", adapter: adapterId, params });
  const context = { client, now: () => new Date(0), findValidators: () => Promise.resolve(null) };
  for await (const item of findAdapter(adapterId)?.adapter?.crawl(context, config) ?? [])
    if (item.kind === "finished") expect(item.complete).toBe(false);
  const [first] = asked;
  if (first === undefined) throw new Error(`${adapterId} asked for nothing`);
  return first;
}

test.each([
  ["computrabajo", { country: "pe", keywords: "panadero" }, "https://pe.computrabajo.com/trabajo-de-panadero"],
  ["elempleo", { country: "cr", keywords: "faro" }, "https://www.elempleo.com/cr/ofertas-empleo/?trabajo=faro"],
  ["bumeran", { site: "bumeran-pe" }, "https://www.bumeran.com.pe/empleos.html"],
  ["bumeran", { site: "zonajobs", by: "search" }, "https://www.zonajobs.com.ar/api/avisos/searchV2"],
  ["getonbrd", { categories: ["design-ux"] }, "https://www.getonbrd.com/api/v0/categories/design-ux/jobs"],
  ["weworkremotely", {}, "https://weworkremotely.com/remote-jobs.rss"],
  ["hackernews", {}, "https://hacker-news.firebaseio.com/v0/user/whoishiring.json"],
  ["remoteok", {}, "https://remoteok.com/api"],
  ["remotive", {}, "https://remotive.com/api/remote-jobs"],
  ["jobicy", { tag: "baker" }, "https://jobicy.com/api/v2/remote-jobs?count=100&tag=baker"],
  ["ashby", { tenant: "acme" }, "https://api.ashbyhq.com/posting-api/job-board/acme"],
  ["greenhouse", { tenant: "acme" }, "https://boards-api.greenhouse.io/v1/boards/acme/jobs"],
  ["lever", { tenant: "acme" }, "https://api.lever.co/v0/postings/acme"],
  [
    "linkedin",
    { keywords: "faro" },
    "https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search?keywords=faro",
  ],
])(
  "a source of %s that states %j and no start URL begins at the board, and asks nobody else",
  async (id, params, url) => {
    const asked = await firstAsked(id, params);
    expect(asked.url.slice(0, url.length)).toBe(url);
    expect(asked.allowedHosts).not.toEqual([]);
    expect(isHostAllowed(new URL(asked.url).hostname, asked.allowedHosts)).toBe(true);
    expect(isHostAllowed("elsewhere.example", asked.allowedHosts)).toBe(false);
  },
);
