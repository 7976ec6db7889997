import fc from "fast-check";
import { expect, test } from "vitest";
import { segmentText } from "./segment-text";

const text = "Python and SQL";

function shown(spans: { start: number; end: number; id: string }[]): string[] {
  return segmentText(0, text.length, spans).map(
    (segment) => `${text.slice(segment.start, segment.end)}|${segment.spans.map((span) => span.id).join("+")}`,
  );
}

test("text without spans is one segment", () => {
  expect(shown([])).toEqual(["Python and SQL|"]);
});

test("overlapping spans give a segment that belongs to both", () => {
  expect(
    shown([
      { start: 0, end: 10, id: "a" },
      { start: 7, end: 14, id: "b" },
    ]),
  ).toEqual(["Python |a", "and|b+a", " SQL|b"]);
});

test("in a nested span the shorter one comes first", () => {
  expect(
    shown([
      { start: 0, end: 14, id: "long" },
      { start: 11, end: 14, id: "short" },
    ]),
  ).toEqual(["Python and |long", "SQL|short+long"]);
});

test("spans that reach outside are clipped; empty, reversed and broken ones are left out", () => {
  const spans = [
    { start: -5, end: 6, id: "clipped" },
    { start: 3, end: 3, id: "empty" },
    { start: 9, end: 2, id: "reversed" },
    { start: Number.NaN, end: 4, id: "broken" },
    { start: 50, end: 60, id: "outside" },
  ];
  expect(shown(spans)).toEqual(["Python|clipped", " and SQL|"]);
});

test("whatever the spans, the segments give the range back", () => {
  const span = fc.record({ start: fc.integer({ min: -20, max: 40 }), end: fc.integer({ min: -20, max: 40 }) });
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const segments = segmentText(0, text.length, spans);
      expect(segments.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    }),
  );
});
