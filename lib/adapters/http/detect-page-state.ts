import { type PageScan, scanPage } from "./scan-page";

export type PageState = "ok" | "blocked" | "captcha" | "login_wall" | "expired" | "empty_shell";
export type PageVerdict = { state: PageState; reason: string };

/** A page with more words than this shows content, whatever widgets it also carries. */
const SHORT_PAGE_CHARS = 1500;
/** Fewer words than this, with scripts around them, are an application waiting for a browser. */
const EMPTY_PAGE_CHARS = 80;

const OK: PageVerdict = { state: "ok", reason: "" };
const REFUSING_STATUSES = new Set([401, 403, 407, 429, 451, 999]);

const CHALLENGE_MARKUP =
  /\/cdn-cgi\/challenge-platform\/|challenge-error-text|cf-browser-verification|_cf_chl_opt|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|sgcaptcha/i;
const CHALLENGE_TITLE =
  /^(just a moment|attention required|access denied|are you (a )?(human|robot)|security check|verif(y|ying) (you|that you)|pardon our interruption|un momento|acceso denegado|verificaci[oó]n de seguridad|request rejected|(you (have been|are) )?blocked$|403 forbidden)/i;
const LOGIN_TITLE =
  /\b(sign in|log ?in|sign up|join now|authwall|inici(a|ar) sesi[oó]n|ingres(a|ar)|acced(e|er)|reg[ií]strate)\b/i;
const EXPIRED_NOTICE =
  /no longer accepting applications|(job|position|vacancy|posting|listing|advert|offer|role)( you are looking for)? (has (been )?(expired|closed|filled|removed)|is (closed|expired|filled|no longer (available|active|open|listed)))|no longer available|(oferta|vacante|empleo|aviso|convocatoria|anuncio|puesto|b[uú]squeda)( de (empleo|trabajo))?( que buscas)? (ya )?(ha |fue |est[aá] |se encuentra |no est[aá] )?(caducad[ao]|expirad[ao]|vencid[ao]|finalizad[ao]|cerrad[ao]|eliminad[ao]|no (est[aá] )?disponible|disponible|ha (caducado|expirado|finalizado))|ya no (est[aá] disponible|acepta postulaciones|se aceptan)/i;
/** "disponible" alone is no notice; it counts only after a negation. */
const NEGATED_AVAILABLE = /\bno\b[^.]{0,25}disponible/i;

function saysExpired(text: string): boolean {
  const match = EXPIRED_NOTICE.exec(text);
  if (match === null) return false;
  return !/[^o]\s+disponible$/i.test(match[0]) || NEGATED_AVAILABLE.test(text);
}

function challengeOf(page: PageScan, html: string): PageVerdict | null {
  if (CHALLENGE_MARKUP.test(html)) return { state: "captcha", reason: "a bot check was served instead of the page" };
  if (CHALLENGE_TITLE.test(page.title))
    return { state: "blocked", reason: `the page is titled "${page.title.slice(0, 80)}"` };
  if (!page.hasCaptchaWidget || !page.hasFormOrFrame) return null;
  return { state: "captcha", reason: "a CAPTCHA was served instead of the page" };
}

function loginOf(page: PageScan): PageVerdict | null {
  const asks = page.asksPassword && LOGIN_TITLE.test(`${page.title} ${page.headings.slice(0, 4).join(" ")}`);
  return asks ? { state: "login_wall", reason: "the page asks to sign in first" } : null;
}

function expiredOf(page: PageScan, short: boolean): PageVerdict | null {
  const notice =
    [page.title, ...page.notices].find(saysExpired) ??
    (short && saysExpired(page.visibleText) ? page.visibleText : null);
  return notice === null
    ? null
    : { state: "expired", reason: `the page says "${(EXPIRED_NOTICE.exec(notice)?.[0] ?? notice).slice(0, 80)}"` };
}

/**
 * What kind of page a body is, from its structure: a job advert may speak of CAPTCHAs and log-ins, so only short pages, titles and
 * notices count, and a page with JobPosting data is at most expired. `status` is the HTTP status, 200 for a saved file.
 */
export function detectPageState(html: string, status: number): PageVerdict {
  const page = scanPage(html, SHORT_PAGE_CHARS + 1);
  const short = page.visibleText.length <= SHORT_PAGE_CHARS;
  const refusing = REFUSING_STATUSES.has(status);
  const hasPosting = !refusing && /["']JobPosting["']|schema\.org\/JobPosting/.test(html);
  const challenge = short && !hasPosting ? challengeOf(page, html) : null;
  if (challenge !== null) return challenge;
  if (refusing) return { state: "blocked", reason: `the server answered ${status}` };
  const login = short && !hasPosting ? loginOf(page) : null;
  if (login !== null) return login;
  const expired = expiredOf(page, short && !hasPosting);
  if (expired !== null) return expired;
  const isShell = !hasPosting && page.visibleText.length < EMPTY_PAGE_CHARS && page.scripts > 0;
  return isShell ? { state: "empty_shell", reason: "the page is an empty shell that needs JavaScript" } : OK;
}
