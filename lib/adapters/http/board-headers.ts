import type { RequestHeaders } from "./request-once";

/** Headers by which boards tell their own sites and languages apart. None of them says who asks: no cookies, tokens or credentials. */
export const BOARD_HEADERS = ["x-site-id", "accept-language"] as const;

export type BoardHeaders = Readonly<Partial<Record<(typeof BOARD_HEADERS)[number], string>>>;

/** The values are constants such as `BMAR` or `es-AR,es;q=0.9`. */
const PLAIN_VALUE = /^[A-Za-z0-9][A-Za-z0-9 ,;=.*_-]{0,79}$/;

/** The stated headers that may leave, by lower-case name; every other name, and a value that is no plain word, is left out. */
export function boardHeadersOf(stated: BoardHeaders | undefined): RequestHeaders {
  const headers: RequestHeaders = {};
  for (const name of BOARD_HEADERS) {
    const value = stated?.[name];
    if (value !== undefined && PLAIN_VALUE.test(value)) headers[name] = value;
  }
  return headers;
}
