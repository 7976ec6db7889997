import { createHash, randomBytes } from "node:crypto";

/** A secret that is shown or sent once; the database keeps its hash only. 256 random bits, so a plain hash is enough. */
export type SecretToken = { token: string; tokenHash: string };

/** The SHA-256 under which a token is looked up. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A new token; the prefix lets people and secret scanners see what it is. */
export function makeToken(prefix: string): SecretToken {
  const token = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { token, tokenHash: hashToken(token) };
}
