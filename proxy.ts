import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "@/lib/config/is-development";
import { contentSecurityPolicy } from "@/lib/entry/content-security-policy";

const HSTS_SECONDS = 31_536_000;

/** Gives every page its nonce and policy. Authorisation is not decided here: services do that. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development: isDevelopment });

  // Next reads the nonce for its own scripts from the request's copy of the header.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  // For the way back after signing in: a page cannot see its own address.
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isHttps(request)) response.headers.set("strict-transport-security", `max-age=${HSTS_SECONDS}`);
  return response;
}

function isHttps(request: NextRequest): boolean {
  return (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico).*)"] };
