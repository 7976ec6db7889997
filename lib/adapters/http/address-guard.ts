import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

export type ResolvedAddress = { address: string; family: number };

/** Answers all addresses of a host name; a test passes its own. Rejects when there are none. */
export type ResolveHost = (hostname: string) => Promise<ResolvedAddress[]>;

/** The system's resolver, all addresses. */
export const resolveWithSystem: ResolveHost = (hostname) => lookup(hostname, { all: true });

/** Thrown inside a connection attempt, so that no socket is ever opened to the address. */
export class RefusedAddressError extends Error {
  readonly hostname: string;

  constructor(hostname: string) {
    super(`${hostname} is, or leads to, a private or reserved address`);
    this.name = "RefusedAddressError";
    this.hostname = hostname;
  }
}

/** IPv4 hidden in IPv6 is judged as IPv4: mapped, NAT64, 6to4 and the deprecated compatible form. */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const bytes = address.toByteArray();
  const range = address.range();
  // The well-known prefix 64:ff9b::/96 only; where local ones (64:ff9b:1::/48) put the IPv4 address is anybody's choice.
  if (range === "rfc6052" && bytes[5] === 0) return new ipaddr.IPv4(bytes.slice(12));
  if (range === "6to4") return new ipaddr.IPv4(bytes.slice(2, 6));
  const leadingZeros = bytes.slice(0, 12).every((byte) => byte === 0);
  return leadingZeros ? new ipaddr.IPv4(bytes.slice(12)) : null;
}

/** Whether an address belongs to the public internet. Anything that cannot be parsed does not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  const inner = embeddedIpv4(parsed);
  return inner === null ? parsed.range() === "unicast" : inner.range() === "unicast";
}

/** Whether a URL's host is an IP literal. The URL parser has already turned decimal, octal and hex forms into dotted ones. */
export function isIpLiteral(hostname: string): boolean {
  return ipaddr.isValid(hostname.replace(/^\[|\]$/g, ""));
}

/** The public addresses of a host. Throws `RefusedAddressError` if even one answer is not public: a mixed answer is a trick. */
export async function resolvePublic(hostname: string, resolve: ResolveHost): Promise<ResolvedAddress[]> {
  const addresses = isIpLiteral(hostname)
    ? [{ address: hostname.replace(/^\[|\]$/g, ""), family: hostname.includes(":") ? 6 : 4 }]
    : await resolve(hostname);
  if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new RefusedAddressError(hostname);
  }
  return addresses;
}

/** Whether a host is covered: an exact name, or any subdomain of `*.name`. An empty list covers every host. */
export function isHostAllowed(hostname: string, allowedHosts: readonly string[]): boolean {
  if (allowedHosts.length === 0) return true;
  const host = hostname.toLowerCase();
  return allowedHosts.some((allowed) => {
    const name = allowed.toLowerCase();
    return name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
  });
}
