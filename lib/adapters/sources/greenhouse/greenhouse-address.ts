const HOSTED = /^(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io$/;
const JOB_ID = /^\d{1,20}$/;

export type GreenhouseAddress = { tenant: string; jobId: string | null };

function idAmong(...candidates: (string | null | undefined)[]): string | null {
  return candidates.find((id) => id && JOB_ID.test(id)) ?? null;
}

/** The tenant, and the advert where one is meant, that an address of Greenhouse names: hosted page, embedded board, or API. */
export function readGreenhouseAddress(url: URL): GreenhouseAddress | null {
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const query = url.searchParams;
  if (/^boards-api(?:\.eu)?\.greenhouse\.io$/.test(url.hostname) || url.hostname === "api.greenhouse.io") {
    const [version, boards, tenant, jobs, id] = parts;
    if (version !== "v1" || boards !== "boards" || tenant === undefined) return null;
    return { tenant, jobId: jobs === "jobs" ? idAmong(id) : null };
  }
  if (!HOSTED.test(url.hostname)) return null;
  if (parts[0] === "embed") {
    const tenant = query.get("for") ?? "";
    return tenant === "" ? null : { tenant, jobId: idAmong(query.get("token"), query.get("gh_jid")) };
  }
  const [tenant, jobs, id] = parts;
  if (tenant === undefined) return null;
  return { tenant, jobId: idAmong(jobs === "jobs" ? id : null, query.get("gh_jid")) };
}

/** The advert's number in an address of Greenhouse, or in one of an employer's own site that embeds its board. */
export function greenhouseJobId(url: URL): string | null {
  return readGreenhouseAddress(url)?.jobId ?? idAmong(url.searchParams.get("gh_jid"));
}
