import { expect, test } from "vitest";
import { sharedOrigin, withoutOrigin } from "./shared-origin";

test("what all addresses share is said once", () => {
  const addresses = ["https://jobs.example/robots.txt", "https://jobs.example/a?page=2"];
  const origin = sharedOrigin(addresses);
  expect(origin).toBe("https://jobs.example");
  expect(addresses.map((address) => withoutOrigin(address, origin))).toEqual(["/robots.txt", "/a?page=2"]);
});

test.each([
  [["https://jobs.example/a", "https://other.example/a"]],
  [["https://jobs.example/a", "no address"]],
  [["https://jobs.example/a"]],
  [[]],
])("addresses of several places, or a single one, stay whole", (addresses) => {
  const origin = sharedOrigin(addresses);
  expect(origin).toBeNull();
  expect(addresses.map((address) => withoutOrigin(address, origin))).toEqual(addresses);
});

test("an address that only begins like the origin is not cut", () => {
  expect(withoutOrigin("https://jobs.example.org/a", "https://jobs.example")).toBe("https://jobs.example.org/a");
});
