import { expect, test } from "vitest";
import { cutAtBlocks } from "./cut-at-blocks";

test("a text is cut where a block ends, and inside one only where the first is too long", () => {
  const blocks = [
    { start: 0, end: 10, kind: "paragraph" as const },
    { start: 11, end: 20, kind: "item" as const },
  ];
  expect(cutAtBlocks("0123456789\n123456789", blocks, 19)).toBe("0123456789");
  expect(cutAtBlocks("0123456789\n123456789", blocks, 20)).toBe("0123456789\n123456789");
  expect(cutAtBlocks("0123456789\n123456789", blocks, 5)).toBe("01234");
  expect(cutAtBlocks("012😀4", [], 4)).toBe("012");
});
