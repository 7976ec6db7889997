import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes";

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [412_345, "412 kB"],
  [4_800_000, "4.8 MB"],
  [5_000_000, "5 MB"],
])("%d bytes read as %s", (bytes, text) => {
  expect(formatBytes(bytes, "en")).toBe(text);
});

test("the decimal sign is the reader's", () => {
  expect(formatBytes(4_800_000, "es")).toBe("4,8 MB");
});
