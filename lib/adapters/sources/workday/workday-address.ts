const OWN_HOST = /^([a-z0-9-]+)\.(?:wd\d+\.)?myworkdayjobs(?:-impl)?\.com$/;
const SHARED_HOST = /^(?:[a-z0-9-]+\.)*wd\d+\.myworkdaysite\.com$/;
const LOCALE = /^[a-z]{2}(?:-[A-Z]{2})?$/;

export type WorkdayAddress = {
  origin: string;
  tenant: string;
  site: string;
  /** `/job/…` as the search names it; null for the board. */
  jobPath: string | null;
  /** Whether pages stand under `/recruiting/<tenant>/`, as on the host that tenants share. */
  isShared: boolean;
};

function jobPathOf(parts: readonly string[]): string | null {
  const at = parts.findIndex((part) => part === "job" || part === "details");
  if (at < 0) return null;
  const rest = parts.slice(at + 1).filter((part) => part !== "");
  const end = rest.findIndex((part) => part === "apply");
  const kept = end < 0 ? rest : rest.slice(0, end);
  return kept.length === 0 ? null : `/job/${kept.join("/")}`;
}

/** The site, and the advert where one is meant, that a Workday address names: page with or without a locale, or API; any host for the API's own path. */
export function readWorkdayAddress(url: URL): WorkdayAddress | null {
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const { origin, hostname } = url;
  const isShared = SHARED_HOST.test(hostname);
  if (parts[0] === "wday" && parts[1] === "cxs") {
    const [, , tenant, site, ...rest] = parts;
    return tenant === undefined || site === undefined
      ? null
      : { origin, tenant, site, jobPath: jobPathOf(rest), isShared };
  }
  const path = LOCALE.test(parts[0] ?? "") && parts.length > 1 ? parts.slice(1) : parts;
  if (isShared) {
    const [recruiting, tenant, site, ...rest] = path;
    if (recruiting !== "recruiting" || tenant === undefined || site === undefined) return null;
    return { origin, tenant, site, jobPath: jobPathOf(rest), isShared };
  }
  const tenant = OWN_HOST.exec(hostname)?.[1];
  const [site, ...rest] = path;
  if (tenant === undefined || site === undefined || site === "wday") return null;
  return { origin, tenant, site, jobPath: jobPathOf(rest), isShared };
}

/** Where a site's search and adverts are asked for as data. */
export function workdayApi({ origin, tenant, site }: Pick<WorkdayAddress, "origin" | "tenant" | "site">): string {
  return `${origin}/wday/cxs/${tenant}/${site}`;
}

/** The page of an advert, without a locale: the address that the API states too. */
export function workdayJobUrl(address: WorkdayAddress, jobPath: string): string {
  const { origin, tenant, site, isShared } = address;
  return `${origin}/${isShared ? `recruiting/${tenant}/` : ""}${site}${jobPath}`;
}

/** The requisition number that ends an advert's path, after the last underscore; null where it has none. */
export function requisitionIn(jobPath: string): string | null {
  return /_([^_/]{1,60})$/.exec(jobPath)?.[1] ?? null;
}
