import { expect, test } from "vitest";
import { checkFile } from "./check-file";

const limits = { accept: [".pdf", ".docx"], maxBytes: 100 };

test("a file of an accepted kind and size passes, whatever the case of its name", () => {
  expect(checkFile({ name: "Hoja de Vida.PDF", size: 100 }, limits)).toBeNull();
});

test("one byte over the limit is too large", () => {
  expect(checkFile({ name: "cv.pdf", size: 101 }, limits)).toBe("too_large");
});

test("another ending is refused", () => {
  expect(checkFile({ name: "cv.pdf.exe", size: 1 }, limits)).toBe("wrong_type");
});

test("a file without a single byte is empty, whatever it is called", () => {
  expect(checkFile({ name: "cv.pdf", size: 0 }, limits)).toBe("empty");
  expect(checkFile({ name: "cv.exe", size: 0 }, limits)).toBe("empty");
});
