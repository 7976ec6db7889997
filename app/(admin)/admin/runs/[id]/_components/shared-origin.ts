/** The origin that all of these addresses have, so that it is said once; null where they differ or one is no address. */
export function sharedOrigin(addresses: readonly string[]): string | null {
  const origins = new Set(addresses.map((address) => (URL.canParse(address) ? new URL(address).origin : null)));
  const [origin] = origins;
  return origins.size === 1 && addresses.length > 1 ? (origin ?? null) : null;
}

/** An address without an origin that is said elsewhere. */
export function withoutOrigin(address: string, origin: string | null): string {
  return origin !== null && address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}
