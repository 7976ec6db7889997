import { expect, test } from "vitest";
import { describeDevice } from "./describe-device";

test.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36",
    "Chrome, Linux",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36 Edg/147.0",
    "Edge, Windows",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1", "Safari, iOS"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox, macOS"],
  ["curl/8.9.1", "curl"],
])("%s is told as %s", (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device);
});

test("what names neither browser nor system is left unnamed", () => {
  expect(describeDevice("<script>alert(1)</script>")).toBeNull();
  expect(describeDevice(null)).toBeNull();
});
