import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

function scriptSource(policy: string): string {
  return policy.split("; ").find((directive) => directive.startsWith("script-src")) ?? "";
}

test("in production a script needs the nonce; inline and eval are closed", () => {
  const policy = contentSecurityPolicy("abc", { development: false });
  expect(scriptSource(policy)).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toContain("ws:");
});

test("nothing may frame the app, replace its base or receive its forms", () => {
  const policy = contentSecurityPolicy("abc", { development: false }).split("; ");
  expect(policy).toEqual(
    expect.arrayContaining(["frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'", "object-src 'none'"]),
  );
});

test("development opens eval and the reload socket only", () => {
  const policy = contentSecurityPolicy("abc", { development: true });
  expect(scriptSource(policy)).toContain("'unsafe-eval'");
  expect(scriptSource(policy)).not.toContain("unsafe-inline");
  expect(policy).toContain("connect-src 'self' ws:");
});
