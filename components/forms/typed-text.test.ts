import { expect, test } from "vitest";
import { typedText } from "./typed-text";

test("a text field gives its text, a field that is not there or holds a file an empty one", () => {
  const form = new FormData();
  form.set("name", " Zorblat ");
  form.set("file", new File(["x"], "x.txt"));
  expect(["name", "file", "absent"].map((name) => typedText(form, name))).toEqual([" Zorblat ", "", ""]);
});
