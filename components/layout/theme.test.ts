import { expect, test } from "vitest";
import { toTheme } from "./theme";

test("a known theme is kept", () => {
  expect(toTheme("dark")).toBe("dark");
});

test.each([undefined, "", "blue", '"><script>'])("%j follows the system", (value) => {
  expect(toTheme(value)).toBe("system");
});
