import type { Client } from "@/lib/services/accounts/client";

type ReadableHeaders = { get(name: string): string | null };

/**
 * Who asks, by the headers: the last address of X-Forwarded-For is the one that the nearest proxy (or Next's own server, which
 * adds the socket's address when nobody else did) wrote; earlier ones are the client's word.
 */
export function clientOf(headers: ReadableHeaders): Client {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return { ip: hops.at(-1) || "unknown", userAgent: headers.get("user-agent") };
}

/** Whether the visitor's own connection is encrypted, as far as the proxy says. */
export function isHttps(headers: ReadableHeaders, origin: string): boolean {
  return origin.startsWith("https:") || (headers.get("x-forwarded-proto") ?? "").split(",")[0]?.trim() === "https";
}
