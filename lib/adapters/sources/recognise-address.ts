import { isIpLiteral, isPublicAddress } from "@/lib/adapters/http/address-guard";
import type { RecognisedAddress } from "./adapter-description";
import { advertUrl } from "./parsing/advert-url";
import { listAdapters } from "./registry";
import type { SourceConfigInput } from "./source-config";

/** What a pasted address is: a board or advert of a known adapter, some other site that may carry JobPosting data, or no address to ask. `address` is the page itself. */
export type AddressReading =
  | ({ kind: "recognised"; address: string } & RecognisedAddress)
  /** `likely` is the board that the site seems to embed; its tenant's name is a guess from the host, to be looked at first. */
  | { kind: "unknown"; address: string; config: SourceConfigInput; likely?: RecognisedAddress }
  | { kind: "bad_address"; reason: BadAddress; message: string };

export type BadAddress = "no_address" | "scheme" | "credentials" | "private";

const MAX_CHARS = 2000;
/** Names that mean this machine or this network, whatever they resolve to. */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)$/;

const MESSAGES: Record<BadAddress, string> = {
  no_address: "This is not the address of a page.",
  scheme: "Only addresses that begin with http:// or https:// can be read.",
  credentials: "The address carries a user name or a password.",
  private: "The address is private or reserved; only public sites can be read.",
};

function refuse(reason: BadAddress): AddressReading {
  return { kind: "bad_address", reason, message: MESSAGES[reason] };
}

/** The first address in a pasted text; a bare host name counts, as https. */
function addressIn(text: string): string | null {
  const plain = text.trim().slice(0, MAX_CHARS);
  const within = /https?:\/\/[^\s<>"']+/i.exec(plain)?.[0].replace(/[.,;:!?)\]}]+$/, "");
  if (within !== undefined) return within;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(plain)) return plain;
  return /^[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/.test(plain) ? `https://${plain}` : null;
}

function whyRefused(url: URL): BadAddress | null {
  if (url.protocol !== "https:" && url.protocol !== "http:") return "scheme";
  if (url.username !== "" || url.password !== "") return "credentials";
  const host = url.hostname.replace(/\.$/, "");
  const isPrivate = isIpLiteral(host) ? !isPublicAddress(host) : LOCAL_NAME.test(host) || !host.includes(".");
  return isPrivate ? "private" : null;
}

/** What is asked for: the address without tracking and without a final dot of its host. */
function withoutTracking(url: URL): URL {
  const plain = new URL(advertUrl(url.href) ?? url.href);
  plain.hostname = plain.hostname.replace(/\.$/, "");
  return plain;
}

/** Boards know their hosts without "www." and in lower case. */
function tidied(url: URL): URL {
  const tidy = withoutTracking(url);
  tidy.hostname = tidy.hostname.replace(/^www\./, "");
  return tidy;
}

function recognisedBy(url: URL): RecognisedAddress | null {
  for (const { recognise } of listAdapters()) {
    const recognised = recognise(url);
    if (recognised !== null) return recognised;
  }
  return null;
}

/** The address of a board that another site's address carries in a parameter, such as a redirect's target. */
function carriedAddress(url: URL): URL | null {
  for (const value of url.searchParams.values()) {
    if (/^https?:\/\//i.test(value) && URL.canParse(value) && whyRefused(new URL(value)) === null)
      return new URL(value);
  }
  return null;
}

function slugOf(host: string): string {
  return host
    .replace(/^www\./, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50);
}

/** The name that a company registered, of "careers.acme.co.uk": "acme". */
function registeredName(host: string): string | null {
  const labels = host.replace(/\.$/, "").split(".");
  const suffix = /^(?:co|com|org|net|gov|ac|edu)$/.test(labels.at(-2) ?? "") && labels.length > 2 ? 2 : 1;
  return labels.at(-suffix - 1) ?? null;
}

/** Parameters by which an employer's own site names an advert of the board that it embeds. */
function likelyBoard(url: URL): RecognisedAddress | null {
  const name = isIpLiteral(url.hostname) ? null : registeredName(url.hostname);
  const [gh, ashby] = [url.searchParams.get("gh_jid"), url.searchParams.get("ashby_jid")];
  if (name === null || (gh === null && ashby === null)) return null;
  const hosted =
    gh === null
      ? `https://jobs.ashbyhq.com/${name}?ashby_jid=${encodeURIComponent(ashby ?? "")}`
      : `https://boards.greenhouse.io/${name}?gh_jid=${encodeURIComponent(gh)}`;
  return recognisedBy(new URL(hosted));
}

/** A source that reads the site's own JobPosting data, from the very page that was pasted. */
function siteConfig(url: URL): SourceConfigInput {
  const host = url.hostname.replace(/\.$/, "");
  const bare = host.replace(/^www\./, "");
  const start = new URL(advertUrl(url.href) ?? url.href);
  return {
    id: `site-${slugOf(host) || "page"}`,
    name: bare.slice(0, 120),
    adapter: "jsonld",
    startUrls: [start.href],
    allowedHosts: isIpLiteral(host) ? [host] : [...new Set([host, bare, `www.${bare}`])],
    politeness: { minIntervalMs: 3000 },
  };
}

/**
 * Reads a pasted text as the address of a board or an advert. An advert of a known board gives the board's source; an address that
 * carries such a one as its target counts as that one; everything else that is public gives a source for the site's JobPosting
 * data, with the board that it seems to embed. Pure: nothing is asked.
 */
export function recogniseAddress(text: string): AddressReading {
  const address = addressIn(text);
  if (address === null || !URL.canParse(address)) return refuse("no_address");
  const url = new URL(address);
  const problem = whyRefused(url);
  if (problem !== null) return refuse(problem);
  for (const meant of [url, carriedAddress(url)]) {
    const recognised = meant === null ? null : (recognisedBy(tidied(meant)) ?? recognisedBy(meant));
    if (meant === null || recognised === null) continue;
    const { readAt, ...board } = recognised;
    return { kind: "recognised", address: readAt ?? withoutTracking(meant).href, ...board };
  }
  const likely = likelyBoard(url);
  return {
    kind: "unknown",
    address: withoutTracking(url).href,
    config: siteConfig(url),
    ...(likely === null ? {} : { likely }),
  };
}
