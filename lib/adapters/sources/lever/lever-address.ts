const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type LeverRegion = "global" | "eu";
export type LeverAddress = { tenant: string; region: LeverRegion; jobId: string | null };

/** The tenant, its region, and the advert where one is meant, that a Lever address names: hosted page, application form or API. */
export function readLeverAddress(url: URL): LeverAddress | null {
  const host = /^(jobs|api)(\.eu)?\.lever\.co$/.exec(url.hostname);
  if (host === null) return null;
  const parts = url.pathname.split("/").filter((part) => part !== "");
  if (host[1] === "api" && (parts[0] !== "v0" || parts[1] !== "postings")) return null;
  const [tenant, job] = host[1] === "api" ? parts.slice(2) : parts;
  if (tenant === undefined) return null;
  const jobId = job !== undefined && UUID.test(job) ? job.toLowerCase() : null;
  return { tenant, region: host[2] === undefined ? "global" : "eu", jobId };
}

/** The address of one advert's hosted page. */
export function leverJobUrl({ tenant, region }: LeverAddress, jobId: string): string {
  return `https://jobs.${region === "eu" ? "eu." : ""}lever.co/${tenant}/${jobId}`;
}
