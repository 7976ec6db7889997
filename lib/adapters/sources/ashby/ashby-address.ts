const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type AshbyAddress = { tenant: string; jobId: string | null };

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The tenant, and the advert where one is meant, that an Ashby address names: hosted page, application form or API. */
export function readAshbyAddress(url: URL): AshbyAddress | null {
  const parts = url.pathname
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  const embedded = url.searchParams.get("ashby_jid") ?? "";
  if (url.hostname === "jobs.ashbyhq.com") {
    const [tenant, job] = parts;
    if (tenant === undefined || ["api", "b", "meeting"].includes(tenant)) return null;
    const jobId = [job ?? "", embedded].find((id) => UUID.test(id));
    return { tenant, jobId: jobId?.toLowerCase() ?? null };
  }
  if (url.hostname !== "api.ashbyhq.com" || parts[0] !== "posting-api" || parts[1] !== "job-board") return null;
  return parts[2] === undefined ? null : { tenant: parts[2], jobId: null };
}

/** The address of one advert's hosted page. */
export function ashbyJobUrl(tenant: string, jobId: string): string {
  return `https://jobs.ashbyhq.com/${encodeURIComponent(tenant)}/${jobId}`;
}
