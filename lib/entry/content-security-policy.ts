/**
 * The Content-Security-Policy of every page. Scripts run only with this request's nonce, or when loaded by such a script;
 * style attributes are allowed because charts and floating elements position themselves with them.
 * Development adds `unsafe-eval` (React's debugging) and the reload socket; production has neither.
 */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ];
  return directives.join("; ");
}
