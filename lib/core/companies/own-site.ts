import { isGenericWord, lettersOf, tellingWords } from "./generic-names";

/** A site that can be a company's own: its registered domain, or its tenancy of a system that hosts careers pages. */
export type OwnSite = { kind: "domain" | "tenant"; name: string; label: string };

/** Systems that give each employer a part of their host or path; where the tenant's name stands. */
const TENANT_HOSTS: readonly { host: RegExp; tenant: "subdomain" | "path" }[] = [
  { host: /^(?:boards|job-boards|api)(?:\.eu)?\.greenhouse\.io$/u, tenant: "path" },
  { host: /^jobs(?:\.eu)?\.lever\.co$/u, tenant: "path" },
  { host: /^jobs\.ashbyhq\.com$/u, tenant: "path" },
  { host: /^apply\.workable\.com$/u, tenant: "path" },
  { host: /^(?:jobs|careers)\.smartrecruiters\.com$/u, tenant: "path" },
  { host: /^jobs\.jobvite\.com$/u, tenant: "path" },
  { host: /^app\.gohire\.io$/u, tenant: "path" },
  {
    host: /\.(?:myworkdayjobs|bamboohr|breezy|teamtailor|recruitee|workable|icims|hiringroom|pandape|applytojob|jobs\.personio|freshteam|zohorecruit|oraclecloud|taleo|kenjo|factorialhr|buk|rankmi|evaluar|aira|magneto365)\.(?:com|hr|io|de|net|es|cl)$/u,
    tenant: "subdomain",
  },
];
/** Boards, aggregators, mail providers, social networks, shorteners and forms: nobody's own site. */
const SHARED =
  /(?:^|\.)(?:linkedin|lnkd|indeed|glassdoor|infojobs|infoempleo|tecnoempleo|computrabajo|bumeran|zonajobs|elempleo|getonbrd|getonboard|getonboardcdn|occ|laborum|konzerta|multitrabajos|jobomas|opcionempleo|trabajando|jobrapido|jooble|jora|talent|adzuna|monster|stepstone|xing|reed|totaljobs|cv-library|dice|ziprecruiter|careerbuilder|simplyhired|snagajob|craigslist|weworkremotely|remoteok|remotive|jobicy|workingnomads|flexjobs|wellfound|angel|hired|otta|welcometothejungle|stackoverflow|stackexchange|ycombinator|github|gitlab|upwork|freelancer|fiverr|toptal|torre|jobatus|neuvoo|lensa|jobgether|themuse|builtin|beBee|bebee|gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|gmx|protonmail|proton|zoho|mail|yandex|qq|163|facebook|fb|instagram|twitter|x|youtube|youtu|tiktok|whatsapp|wa|telegram|t|medium|wordpress|blogspot|wixsite|notion|google|goo|forms|docs|microsoft|office|typeform|jotform|surveymonkey|calendly|bit|tinyurl|ow|smarturl|linktr|lever|greenhouse|ashbyhq|workable|smartrecruiters|jobvite|bamboohr|myworkdayjobs|workday|teamtailor|recruitee|icims|taleo|hiringroom|pandape|breezy|personio|applytojob|jazz|jazzhr|gohire|freshteam|zohorecruit|oraclecloud|successfactors|ultipro|paylocity|adp|example|localhost|archive|wikipedia|apple|amazonaws|cloudfront|herokuapp|vercel|netlify|azurewebsites)\.[a-z]{2,}(?:\.[a-z]{2})?$/iu;
const SECOND_LEVEL = /^(?:co|com|org|net|gov|gob|ac|edu|nom|or|ne)$/u;
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/u;
const NOT_TENANTS = new Set(["", "www", "embed", "jobs", "careers", "job", "apply", "v1", "boards", "api"]);
const AFFIXES =
  /^(?:get|join|try|hello|we-?are|somos|soy|trabaja-?en|grupo|group)-?(?=\p{L}{4})|-?(?:inc|hq|group|grupo|corp|jobs|careers|online|global|latam|app)$/gu;
const LEAST_LABEL = 4;

/** The registered part of a host: "careers.acme.com.ar" is "acme.com.ar". Null for an address of figures or a bare name. */
export function registeredDomain(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/u, "");
  if (!HOST.test(name)) return null;
  const labels = name.split(".");
  const isWide = labels.length > 2 && (labels.at(-1) ?? "").length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? "");
  return labels.slice(isWide ? -3 : -2).join(".");
}

function tenantOf(host: string, path: string): string | null {
  const system = TENANT_HOSTS.find((one) => one.host.test(host));
  if (system === undefined) return null;
  const segments = path.split("/").filter((segment) => segment !== "");
  const name = system.tenant === "subdomain" ? (host.split(".")[0] ?? "") : (segments[0] ?? "").toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,60}$/u.test(name) && !NOT_TENANTS.has(name) ? name : null;
}

function siteOfHost(host: string, path: string): OwnSite | null {
  const tenant = tenantOf(host, path);
  if (tenant !== null) {
    const system = registeredDomain(host) ?? host;
    return { kind: "tenant", name: `${system}/${tenant}`, label: tenant };
  }
  const domain = registeredDomain(host);
  if (domain === null || SHARED.test(host) || SHARED.test(domain)) return null;
  return { kind: "domain", name: domain, label: domain.split(".")[0] ?? "" };
}

/** The site that an address stands on; null where it is a board's, a mail provider's or nobody's in particular. */
export function ownSiteOf(address: string): OwnSite | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return /^https?:$/u.test(url.protocol) ? siteOfHost(url.hostname, url.pathname) : null;
}

/** The sites whose mail or web addresses a text names. */
export function sitesIn(text: string): OwnSite[] {
  const hosts = new Set(
    [...text.matchAll(/(?:@|\bwww\.|\bhttps?:\/\/)([a-z0-9][a-z0-9.-]{2,120}\.[a-z]{2,24})\b/giu)].map((match) =>
      (match[1] ?? "").toLowerCase(),
    ),
  );
  return [...hosts].flatMap((host) => siteOfHost(host, "/") ?? []);
}

/** Whether a word is made of some words of a key that follow one another. */
function isMadeOf(word: string, key: string): boolean {
  const words = key.split(" ").map(lettersOf);
  return words.some((_, from) => {
    let made = "";
    for (let at = from; at < words.length && made.length < word.length; at += 1) made += words[at] ?? "";
    return made === word;
  });
}

/** Whether a site's name is made of a company's: "mercadolibre.com.ar" of "mercado libre", "acme-jobs" of "acme". */
export function siteFitsName({ label }: Pick<OwnSite, "label">, key: string): boolean {
  const bare = lettersOf(label.replace(AFFIXES, ""));
  const whole = lettersOf(label);
  const telling = lettersOf(tellingWords(key).join(" "));
  if (telling.length < LEAST_LABEL || bare.length < LEAST_LABEL || isGenericWord(bare)) return false;
  if (whole === lettersOf(key) || bare === telling || isMadeOf(bare, key)) return true;
  return bare.startsWith(telling) && isGenericWord(bare.slice(telling.length));
}
