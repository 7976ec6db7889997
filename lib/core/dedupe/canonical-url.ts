/** Parameters that say where a visitor came from or how a list was drawn, never which advert is shown. */
const TRACKING =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|ga_.*|_ga|_gl|gclid|gclsrc|dclid|fbclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|trk.*|tracking.*|trackid|ref|ref_?id|refsrc|referrer|referer|src|source|gh_src|lever-source.*|lever-origin|ebp|position|pos|pagenum|page_num|origin|originalsubdomain|from|campaign.*|cmp|cid|affid|aff_id|partner|partnerid|ao|s|guid|t|extid|exst|ist|ast|vt|slr|cs|cb|ea|se|v|tk|vjs|xkcb|session.*|sid|phpsessid|jsessionid|share|shared|recommended.*|lc|lang|locale|hl)$/u;
/** Parameters that name the advert, whatever else is there. */
const NAMING =
  /^(?:id|jk|jobid|job_id|joblistingid|jid|gh_jid|job|jobkey|vacancy|vacancyid|oferta|ofertaid|currentjobid|reqid|req|pid)$/u;
const MOBILE = /^(?:www\d?|m|mobile|movil|amp|touch)\.(?=[^.]+\.[^.])/u;
/** Country hosts of one board show one advert under one number. */
const LINKEDIN = /^[a-z]{2,3}\.linkedin\.com$/u;
const LINKEDIN_JOB = /^\/jobs\/view\/(?:.*-)?(\d{6,})\/?$/u;
const MAX_LENGTH = 4000;

function canonicalHost(host: string): string {
  const bare = host.toLowerCase().replace(/\.$/u, "").replace(MOBILE, "");
  return LINKEDIN.test(bare) ? "linkedin.com" : bare;
}

function canonicalPath(host: string, path: string): string {
  const job = host === "linkedin.com" ? LINKEDIN_JOB.exec(path)?.[1] : undefined;
  if (job !== undefined) return `/jobs/view/${job}`;
  const plain = path
    .replace(/\/{2,}/gu, "/")
    .replace(/;jsessionid=[^/]*/iu, "")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/iu, "/");
  return plain.length > 1 ? plain.replace(/\/+$/u, "") : "";
}

function canonicalQuery(params: URLSearchParams): string {
  const kept = [...params]
    .filter(([name, value]) => NAMING.test(name.toLowerCase()) || (value !== "" && !TRACKING.test(name.toLowerCase())))
    .map(([name, value]) => `${encodeURIComponent(name.toLowerCase())}=${encodeURIComponent(value)}`)
    .sort();
  return kept.length === 0 ? "" : `?${[...new Set(kept)].join("&")}`;
}

/**
 * The address under which copies of one page's address agree: no scheme, no port, no "www" or mobile host, no tracking parameters, the
 * others in order of the alphabet, no fragment (unless the page is drawn from it: "#/…", "#!…"), no trailing slash. Null where it is
 * no http(s) address or names only a host.
 */
export function canonicalUrl(url: string | null): string | null {
  if (url === null || url.length > MAX_LENGTH || !URL.canParse(url)) return null;
  const { protocol, hostname, pathname, searchParams, hash } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  const host = canonicalHost(hostname);
  const path = canonicalPath(host, pathname);
  const query = canonicalQuery(searchParams);
  const fragment = /^#(?:!|\/)./u.test(hash) ? hash : "";
  return path === "" && query === "" && fragment === "" ? null : `${host}${path}${query}${fragment}`;
}
