import { expect, test } from "vitest";
import { isHostAllowed, isIpLiteral, isPublicAddress, RefusedAddressError, resolvePublic } from "./address-guard";

test.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "[2606:4700::1111]", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  "127.0.0.1",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "192.0.2.1",
  "198.18.0.1",
  "::",
  "::1",
  "fe80::1%eth0",
  "fc00::1",
  "ff02::1",
  "2001:db8::1",
  "::ffff:10.0.0.1",
  "::10.0.0.1",
  "64:ff9b::a00:1",
  "2002:a00:1::",
  "not an address",
  "",
])("%s is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test("a name is good only if all its addresses are public, and there are some", async () => {
  const answers =
    (...addresses: string[]) =>
    () =>
      Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
  await expect(resolvePublic("a.example", answers("8.8.8.8", "8.8.4.4"))).resolves.toHaveLength(2);
  await expect(resolvePublic("a.example", answers("8.8.8.8", "127.0.0.1"))).rejects.toThrow(RefusedAddressError);
  await expect(resolvePublic("a.example", answers())).rejects.toThrow(RefusedAddressError);
  await expect(resolvePublic("[2606:4700::1111]", answers("127.0.0.1"))).resolves.toEqual([
    { address: "2606:4700::1111", family: 6 },
  ]);
});

test("host patterns are exact names, or subdomains where they begin with a star", () => {
  expect(isHostAllowed("Jobs.Example.com", ["jobs.example.com"])).toBe(true);
  expect(isHostAllowed("a.example.com", ["*.example.com"])).toBe(true);
  expect(["example.com", "evilexample.com"].some((host) => isHostAllowed(host, ["*.example.com"]))).toBe(false);
  expect(isHostAllowed("anything.example", [])).toBe(true);
  expect([isIpLiteral("[::1]"), isIpLiteral("10.0.0.1"), isIpLiteral("a.example")]).toEqual([true, true, false]);
});
